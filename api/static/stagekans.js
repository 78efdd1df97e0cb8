// What htmx cannot: tell the screen reader what a swap brought, put the focus back, and notice a session that ended.
(function () {
  "use strict";

  function announce(text) {
    var announcer = document.getElementById("announcer");
    if (announcer && text && announcer.textContent !== text) announcer.textContent = text;
  }

  document.addEventListener("htmx:afterSettle", function (event) {
    var part = document.getElementById(event.detail.target.id) || event.detail.target;
    var news = part.querySelector("[data-announce]");
    if (news) announce(news.textContent.trim().replace(/\s+/g, " "));
    if (document.activeElement === document.body) {
      var landing = part.querySelector("[data-landing]");
      if (landing) landing.focus();
    }
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
