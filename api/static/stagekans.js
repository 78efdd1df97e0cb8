// What htmx cannot: tell the screen reader what a swap brought, put the focus back, mark what a check found wrong,
// and notice a session that ended.
(function () {
  "use strict";

  function announce(text) {
    var announcer = document.getElementById("announcer");
    if (announcer && text && announcer.textContent !== text) announcer.textContent = text;
  }

  // Focus goes with a swap only where it stood in the part that was swapped; nobody is moved who did not ask for it.
  var held = false;
  document.addEventListener("htmx:beforeSwap", function (event) {
    var focused = document.activeElement;
    held = focused !== document.body && focused !== event.detail.target && event.detail.target.contains(focused);
  });

  document.addEventListener("htmx:afterSettle", function (event) {
    var part = document.getElementById(event.detail.target.id) || event.detail.target;
    var news = part.querySelector("[data-announce]");
    if (news) announce(news.textContent.trim().replace(/\s+/g, " "));
    if (held && document.activeElement === document.body) {
      var landing = part.id === "main" ? part : part.querySelector("[data-landing]");
      if (landing) landing.focus();
    }
    held = false;
    // A check filled or emptied the message of a field: the field says so too.
    document.querySelectorAll("[data-fault]").forEach(function (field) {
      var fault = document.getElementById(field.dataset.fault);
      if (fault && fault.textContent.trim()) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    });
  });

  // The session ended or the page is gone: load it as a whole, the server says what is the matter.
  document.addEventListener("htmx:responseError", function (event) {
    var status = event.detail.xhr.status;
    if (status === 401 || status === 403 || status === 404) window.location.reload();
  });

  document.addEventListener("htmx:sendError", function () {
    announce(document.body.dataset.offline);
  });
})();
