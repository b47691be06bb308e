import "./style/fonts.css";
import "./style/page.css";
import "./style/parts.css";
import "./style/compare.css";
import "./style/print.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { dress } from "./words.ts";

dress();
render(<App />, document.getElementById("app")!);
