// Ctrl-K (or Command-K) goes to the search box, as "/" does; on a phone it opens the menu that the box is in.
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    const box = document.querySelector("input[name=q]");
    if (box.getBoundingClientRect().right <= 0) document.getElementById("__navigation").checked = true;
    box.focus();
  }
});

// A report of something wrong names the section that the reader is in.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".something-wrong a");
  if (link && location.hash && !link.href.includes(encodeURIComponent(location.hash))) link.href += encodeURIComponent("Section: " + location.hash + "\n");
});
