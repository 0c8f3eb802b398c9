/** Texts of the help sheet: what is done, and by which keys. */
export const strings = {
  title: "Keyboard shortcuts",
  close: "Close",
  or: "or",
  groups: [
    {
      name: "Playing",
      rows: [
        { what: "Play or pause", keys: ["k", "Space"] },
        { what: "Back and forward 10 seconds", keys: ["j", "l"] },
        { what: "Back and forward 5 seconds", keys: ["←", "→"] },
        { what: "Go to 0 % … 90 %", keys: ["0", "9"] },
        { what: "To the beginning and the end (on the video)", keys: ["Home", "End"] },
        { what: "Slower and faster", keys: ["<", ">"] },
        { what: "Louder and quieter (on the video)", keys: ["↑", "↓"] },
        { what: "Sound off or on", keys: ["m"] },
        { what: "Captions", keys: ["c"] },
        { what: "Full screen", keys: ["f"] },
      ],
    },
    {
      name: "Reading",
      rows: [
        { what: "Search the transcript", keys: ["/"] },
        { what: "Next and previous place found", keys: ["F3", "Shift F3"] },
        { what: "From word to word (on a word)", keys: ["←", "→"] },
        { what: "Play from the word", keys: ["Enter"] },
        { what: "This help", keys: ["?"] },
      ],
    },
  ],
} as const;
