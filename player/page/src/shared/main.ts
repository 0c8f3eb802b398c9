/** The page that shows one transcript to whoever has its link. */
import "./element.js";
