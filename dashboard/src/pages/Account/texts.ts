import { defineTexts } from '../../i18n/texts.ts';

export const accountTexts = defineTexts(
  {
    title: 'Mon compte',
    description: 'Votre connexion, et ce qui la protège.',
    elsewhere: 'Votre connexion est gérée ailleurs',
    elsewhereText: 'Le mot de passe et la double vérification se règlent chez votre fournisseur.',
    // Alerts
    push: 'Alertes sur cet appareil',
    pushText:
      'Une notification dès qu’un client attend un conseiller, même quand Léa est fermée. Elle ne montre aucun message de client.',
    pushHere: 'Me prévenir ici',
    pushDenied:
      'Votre navigateur bloque les notifications de Léa. Autorisez-les dans les réglages du site, puis rechargez la page.',
    pushUnsupported:
      'Ce navigateur ne sait pas recevoir de notifications. Sur iPhone, ajoutez d’abord Léa à l’écran d’accueil.',
    // Second factor
    factor: 'Double vérification',
    factorText: 'Un code de votre téléphone, demandé en plus du mot de passe ou du lien.',
    on: 'Active',
    off: 'Inactive',
    begin: 'Activer la double vérification',
    required: 'La double vérification est demandée',
    requiredText:
      'Votre administration la demande avant de continuer. Il faut deux minutes et un téléphone.',
    password: 'Mot de passe',
    passwordHint: 'Laissez vide si vous vous connectez seulement par lien.',
    wrongPassword: 'Ce mot de passe n’est pas le bon.',
    next: 'Continuer',
    scan: 'Scannez ce code avec votre application',
    scanText: 'Google Authenticator, Aegis, 1Password ou une autre.',
    qr: 'Code QR à scanner avec votre application',
    secret: 'Ou saisissez cette clé',
    copy: 'Copier',
    copied: 'Copié',
    code: 'Code à 6 chiffres',
    check: 'Vérifier et activer',
    wrongCode: 'Ce code n’est pas le bon. Vérifiez l’heure de votre téléphone.',
    tooMany: 'Trop d’essais. Patientez une minute.',
    enabled: 'Double vérification activée',
    backup: 'Gardez ces codes de secours',
    backupText:
      'Chacun sert une fois, si vous perdez votre téléphone. Ils ne seront plus montrés ensuite.',
    backupDone: 'Je les ai notés',
    newCodes: 'Nouveaux codes de secours',
    remove: 'Désactiver',
    removed: 'Double vérification désactivée',
    failed: 'L’action n’a pas abouti',
    cancel: 'Annuler',
    signOut: 'Se déconnecter',
    // Devices
    devices: 'Appareils connectés',
    devicesText: 'Déconnectez ce que vous ne reconnaissez pas.',
    thisOne: 'Cet appareil',
    seen: (when: string) => `Actif : ${when}`,
    end: 'Déconnecter',
    endOf: (name: string) => `Déconnecter ${name}`,
    endOthers: 'Déconnecter tous les autres',
    ended: 'Appareil déconnecté',
    unknownDevice: 'Appareil inconnu',
    // Password
    passwordTitle: 'Mot de passe',
    passwordText: 'Dix caractères au moins. Les autres appareils seront déconnectés.',
    current: 'Mot de passe actuel',
    fresh: 'Nouveau mot de passe',
    change: 'Changer le mot de passe',
    changed: 'Mot de passe changé',
    tooShort: 'Dix caractères au moins.',
    tooCommon: 'Ce mot de passe est trop facile à deviner.',
  },
  {
    title: 'My account',
    description: 'Your sign-in, and what protects it.',
    elsewhere: 'Your sign-in is kept elsewhere',
    elsewhereText: 'Password and second factor are set with your provider.',
    push: 'Alerts on this device',
    pushText:
      'A notification as soon as a customer waits for an advisor, even while Léa is closed. It shows no message of a customer.',
    pushHere: 'Tell me here',
    pushDenied:
      'Your browser blocks notifications of Léa. Allow them in the settings of the site, then reload the page.',
    pushUnsupported:
      'This browser cannot receive notifications. On an iPhone, add Léa to the home screen first.',
    factor: 'Second factor',
    factorText: 'A code from your phone, asked for beside the password or the link.',
    on: 'On',
    off: 'Off',
    begin: 'Set up the second factor',
    required: 'A second factor is required',
    requiredText: 'Your administration asks for it before you go on. Two minutes and a phone do.',
    password: 'Password',
    passwordHint: 'Leave it empty if you sign in by link only.',
    wrongPassword: 'That is not the right password.',
    next: 'Continue',
    scan: 'Scan this code with your app',
    scanText: 'Google Authenticator, Aegis, 1Password or another.',
    qr: 'QR code to scan with your app',
    secret: 'Or type this key',
    copy: 'Copy',
    copied: 'Copied',
    code: '6-digit code',
    check: 'Verify and switch on',
    wrongCode: 'That is not the right code. Check the time of your phone.',
    tooMany: 'Too many tries. Wait a minute.',
    enabled: 'Second factor switched on',
    backup: 'Keep these backup codes',
    backupText: 'Each works once, if you lose your phone. They will not be shown again.',
    backupDone: 'I have noted them',
    newCodes: 'New backup codes',
    remove: 'Switch off',
    removed: 'Second factor switched off',
    failed: 'That did not work',
    cancel: 'Cancel',
    signOut: 'Sign out',
    devices: 'Connected devices',
    devicesText: 'Sign out what you do not recognise.',
    thisOne: 'This device',
    seen: (when: string) => `Active: ${when}`,
    end: 'Sign out',
    endOf: (name: string) => `Sign out ${name}`,
    endOthers: 'Sign out all others',
    ended: 'Device signed out',
    unknownDevice: 'Unknown device',
    passwordTitle: 'Password',
    passwordText: 'Ten characters at least. Other devices will be signed out.',
    current: 'Present password',
    fresh: 'New password',
    change: 'Change the password',
    changed: 'Password changed',
    tooShort: 'Ten characters at least.',
    tooCommon: 'This password is too easy to guess.',
  },
);
type AccountTexts = (typeof accountTexts)['fr'];

/** The library's codes in the reader's words. */
export const accountProblem = (t: AccountTexts, error: { code?: string; message: string }) => {
  switch (error.code) {
    case 'INVALID_PASSWORD':
      return t.wrongPassword;
    case 'INVALID_CODE':
    case 'OTP_HAS_EXPIRED':
      return t.wrongCode;
    case 'PASSWORD_TOO_SHORT':
      return t.tooShort;
    case 'PASSWORD_TOO_COMMON':
      return t.tooCommon;
    case 'TOO_MANY_ATTEMPTS':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
    case 'rate_limited':
      return t.tooMany;
    default:
      return error.message;
  }
};
