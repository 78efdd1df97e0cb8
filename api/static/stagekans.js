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

  // A press in the policy editor while an answer is under way waits for that answer, which brings the buttons anew:
  // the old ones are gone by then, and htmx sends nothing for a button that is gone. Between a swap and its settling
  // htmx does not know the new ones yet: they would send the whole form. No press is lost.
  var underWay = 0;
  var settling = false;
  var pressed = [];

  function inEditor(event) {
    return event.target.closest && event.target.closest("#policy");
  }

  function pressNext() {
    setTimeout(function () {
      while (underWay === 0 && !settling && pressed.length) {
        var button = document.querySelector('#policy button[name="action"][value="' + pressed.shift() + '"]');
        if (button) {
          button.dataset.waited = "yes";
          button.click();
        }
      }
    }, 0);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("#policy button[name=action]");
    if (!button) return;
    if (button.dataset.waited) delete button.dataset.waited;
    else if (underWay > 0 || settling || pressed.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      pressed.push(button.value);
    }
  }, true);

  document.addEventListener("htmx:beforeRequest", function (event) {
    if (inEditor(event)) underWay += 1;
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    if (!inEditor(event)) return;
    underWay = Math.max(0, underWay - 1);
    if (!event.detail.successful) pressNext();
  });
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (inEditor(event) && event.detail.shouldSwap) settling = true;
  });
  ["htmx:afterSettle", "htmx:swapError"].forEach(function (settled) {
    document.addEventListener(settled, function () {
      settling = false;
      pressNext();
    });
  });

  // A form with numbered choices: 1 to 9 choose, Enter then sends it. Whoever types in a field types a number.
  document.addEventListener("keydown", function (event) {
    var form = document.querySelector("form[data-number-keys]");
    var typing = event.target.closest && event.target.closest("input:not([type=radio]), textarea, select");
    if (!form || typing || event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    var choice = form.querySelectorAll("input[type=radio]")[Number(event.key) - 1];
    if (!choice) return;
    choice.checked = true;
    choice.focus();
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
