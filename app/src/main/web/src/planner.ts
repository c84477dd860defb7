// Units are dragged into planned containers; what is dropped is sent by the unit's own form, which works without dragging too.

function formOf(code: string): HTMLFormElement | null {
  const row = [...document.querySelectorAll<HTMLElement>("[data-unit]")].find((unit) => unit.dataset["unit"] === code);
  return row?.querySelector<HTMLFormElement>("form[action$='/planner/put']") ?? null;
}

/** Sends the unit to this container, also to one the page thinks it does not fit: the server says why. */
function put(code: string, box: string): void {
  const form = formOf(code);
  const choice = form?.querySelector<HTMLSelectElement>("select[name=box]");
  if (!form || !choice) return;
  if (![...choice.options].some((option) => option.value === box)) choice.add(new Option(box, box));
  choice.value = box;
  form.requestSubmit();
}

let held = "";

document.querySelectorAll<HTMLElement>("[data-unit][draggable=true]").forEach((unit) => {
  unit.addEventListener("dragstart", (event) => {
    held = unit.dataset["unit"] ?? "";
    event.dataTransfer?.setData("text/plain", held);
  });
  unit.addEventListener("dragend", () => { held = ""; });
});

document.querySelectorAll<HTMLElement>("[data-box]").forEach((box) => {
  const takes = (on: boolean): void => { box.classList.toggle("takes", on); };
  box.addEventListener("dragover", (event) => {
    if (!held) return;
    event.preventDefault();
    takes(true);
  });
  box.addEventListener("dragleave", (event) => {
    if (!(event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) takes(false);
  });
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    takes(false);
    if (held) put(held, box.dataset["box"] ?? "");
  });
});
