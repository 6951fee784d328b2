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

// Tabs that are more than a phone is wide begin at the one that is shown.
document.querySelectorAll('.tabs').forEach(function (tabs) {
  var current = tabs.querySelector('[aria-current]');
  if (current) {
    tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft - 24;
  }
});

// A drawing that is larger than its frame begins at what it is about, and not at its corner.
function showSeeds() {
  document.querySelectorAll('.drawing').forEach(function (drawing) {
    var seed = drawing.querySelector('a .trace-seed');
    if (seed && !drawing.dataset.shown) {
      drawing.dataset.shown = 'yes';
      var frame = drawing.getBoundingClientRect();
      var box = seed.getBoundingClientRect();
      drawing.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
      drawing.scrollTop += box.top + box.height / 2 - frame.top - frame.height / 2;
    }
  });
}

// A slider beside a field with a date: it says the day while it moves, and asks for it when it is let go.
function dayOf(slider, days) {
  var day = new Date(slider.dataset.first + 'T00:00:00Z');
  day.setUTCDate(day.getUTCDate() + Number(days));
  return day;
}
function showSliders() {
  document.querySelectorAll('[data-slider]').forEach(function (slider) {
    slider.hidden = false;
    sayDay(slider);
  });
}
function sayDay(slider) {
  var input = slider.querySelector('input');
  var text = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'medium', timeZone: 'UTC'})
    .format(dayOf(slider, input.value));
  slider.querySelector('output').textContent = text;
  input.setAttribute('aria-valuetext', text);
}
document.addEventListener('input', function (event) {
  var slider = event.target.closest('[data-slider]');
  if (slider) {
    sayDay(slider);
  }
});
document.addEventListener('change', function (event) {
  var slider = event.target.closest('[data-slider]');
  if (slider) {
    var field = document.getElementById(slider.dataset.slider);
    var isToday = event.target.value === event.target.max;
    field.value = isToday ? '' : dayOf(slider, event.target.value).toISOString().slice(0, 10);
    field.dispatchEvent(new Event('change', {bubbles: true}));
  }
});

document.addEventListener('DOMContentLoaded', function () { showSeeds(); showSliders(); });
document.addEventListener('htmx:afterSettle', function () { showSeeds(); showSliders(); });
