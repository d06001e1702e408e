(function () {
  "use strict";
  var form = document.querySelector("form");
  var made = form.querySelector("[name=made]");
  var copy = form.querySelector("button");
  var copied = form.querySelector("output");
  function put() {
    var cheer = form.querySelector("[name=cheer]:checked");
    var words = form.querySelector("[name=words]").value.trim();
    var parts = [form.dataset.head];
    if (form.dataset.question) { parts.push("> " + form.dataset.question); }
    if (cheer) { parts.push(cheer.value); }
    if (words) { parts.push(words); }
    made.value = parts.join("\n\n");
    copied.value = "";
  }
  form.addEventListener("input", function (event) { if (event.target !== made) { put(); } });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  copy.addEventListener("click", function () {
    made.focus();
    made.select();
    if (document.execCommand("copy")) { copied.value = form.dataset.copied; }
  });
  document.querySelector(".plain").hidden = true;
  form.hidden = false;
  put();
}());
