// What HTML alone cannot do. Nothing here is needed to read, and every form works without it.
'use strict';

// A scanner types what it reads and then Enter: in a form that is filled in by scanning, that leads to the next field.
document.addEventListener('keydown', function (event) {
  var field = event.target;
  if (event.key !== 'Enter' || !(field instanceof HTMLInputElement) || !field.closest('form[data-scan]')) {
    return;
  }
  event.preventDefault();
  var fields = Array.from(field.form.elements).filter(function (other) {
    return other.type !== 'hidden' && !other.disabled && other.offsetParent !== null;
  });
  var next = fields[fields.indexOf(field) + 1];
  if (next) {
    next.focus();
  }
});

// The menus of the bar close when something else is used.
document.addEventListener('click', function (event) {
  document.querySelectorAll('.bar details[open]').forEach(function (menu) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
});
document.addEventListener('keydown', function (event) {
  if (event.key === 'Escape') {
    document.querySelectorAll('.bar details[open]').forEach(function (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
});

// When the stream of a live page breaks off, its figures are asked for once more: if the session is over, that leads to the login.
document.addEventListener('htmx:sseError', function (event) {
  event.target.querySelectorAll('[hx-trigger^="sse:"]').forEach(function (part) {
    htmx.trigger(part, 'sse:ledger');
  });
});
