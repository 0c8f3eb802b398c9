/** The page at `/`. */
import "@cueweave/player";
