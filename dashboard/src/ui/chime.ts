let audio: AudioContext | null = null;

/** Two soft notes, made here so that no sound file is fetched. Browsers mute it until the page was used once. */
export function chime(): void {
  try {
    audio ??= new AudioContext();
    void audio.resume();
    for (const [index, frequency] of [659, 880].entries()) {
      const at = audio.currentTime + index * 0.16;
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.45);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.5);
    }
  } catch {
    // No sound device: the count in the title remains.
  }
}
