-- The search of the inbox compares what people type as src/domain/shared/search-text.ts folds it; the same here.
-- Expressions on functions, not stored columns: messages are the largest table, and neither their rows nor what
-- replicates them grow; the index alone holds what is searched.
create function lea.search_letters(value text) returns text language plpgsql immutable parallel safe strict as $$
declare
  marks constant text := '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]';
  letters text := translate(left(value, 10000), '`´‘’‚‛ʹʻʼʽˈ′ꞌ', '''''''''''''''''''''''''''');
begin
  -- Each step only where it may do something: this runs for every message that is written.
  if octet_length(letters) > length(letters) then
    letters := regexp_replace(normalize(regexp_replace(letters, marks, '', 'g'), nfkd), marks, '', 'g');
    if octet_length(letters) > length(letters) then
      letters := translate(letters,
        'ʼ‐‑‒–—―−ŒÆẞÞØøŁłĐđÐðĦħŦŧŊŋƐɛƆɔƏəƁɓƊɗƘƙƝɲƳƴı٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏ',
        '''-------œæßþoollddddhhttnneeooeebbddkknnyyi01234567890123456789αβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџ');
      letters := replace(replace(replace(replace(letters, 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'þ', 'th');
    end if;
  end if;
  return regexp_replace(lower(letters collate "C"),
    '[\u0001-\u0026\u0028-\u002c\u002e\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u0589\u058a\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u2bff\u2e00-\u2e7f\u3000-\u303f\ue000-\uf8ff\ufd3e\ufd3f\ufff0-\uffff\U0001f000-\U0001faff\U000e0000-\U0010ffff]',
    ' ', 'g');
end $$;
create function lea.search_text(value text) returns text language plpgsql immutable parallel safe strict as $$
declare letters text := lea.search_letters(value);
begin
  return ' ' || translate(letters, '''-', '  ')
    || case when translate(letters, '''-', '') <> letters then ' ' || translate(letters, '''-', '') else '' end;
end $$;
create function lea.search_names(name text, other_names text[]) returns text language sql immutable parallel safe as $$
  select lea.search_text(concat_ws(' ', name, array_to_string(other_names, ' ')))
$$;
revoke all on function lea.search_letters(text), lea.search_text(text), lea.search_names(text, text[]) from public;
grant execute on function lea.search_letters(text), lea.search_text(text), lea.search_names(text, text[])
  to anon, authenticated, service_role;

drop index messages_search;
create index messages_search on messages using gin (to_tsvector('lea.french_unaccent', lea.search_text(content)));
drop index users_name_trgm;
create index users_names_search on users using gin (lea.search_names(name, other_names) extensions.gin_trgm_ops) where role = 'customer';
create index users_phone_search on users using gin (phone_number extensions.gin_trgm_ops) where role = 'customer';
