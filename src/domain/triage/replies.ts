export type TriageReplyKey = 'emergency';
