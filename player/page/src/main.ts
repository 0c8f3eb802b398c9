/** The page at `/`. */
import "./app.js";
