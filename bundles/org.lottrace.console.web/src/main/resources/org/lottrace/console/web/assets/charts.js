// Draws a chart above each table with data-chart: its rows are the bars, and each column whose cells have a data-value is a series.
// The table stays, so nothing is to be read from the chart alone; without a script there is just the table.
'use strict';

(function () {
  var HEIGHT = 220;
  var LONGEST_LABEL = 18;
  var LETTER = 7; // pixels, of the labels below the bars
  var drawn = [];

  function token(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  // Labels, and one list of numbers for each column with values.
  function read(table) {
    var rows = Array.from(table.tBodies[0].rows);
    var heads = Array.from(table.tHead.rows[0].cells);
    var columns = heads.map(function (head, index) { return index; }).filter(function (index) {
      return rows.some(function (row) { return row.cells[index] && row.cells[index].dataset.value !== undefined; });
    });
    return {
      labels: rows.map(function (row) { return row.cells[0].dataset.label || row.cells[0].textContent.trim(); }),
      names: columns.map(function (index) { return heads[index].textContent.trim(); }),
      values: columns.map(function (index) {
        return rows.map(function (row) {
          var value = row.cells[index].dataset.value;
          return value === undefined || value === '' ? null : Number(value);
        });
      })
    };
  }

  function options(data, width, maximum) {
    var language = document.documentElement.lang;
    var numbers = new Intl.NumberFormat(language, {notation: 'compact', maximumFractionDigits: 1});
    var font = '12px ' + token('--font');
    var colours = [token('--accent'), token('--info'), token('--warn')];
    var count = data.values.length;
    var labels = data.labels.map(function (label) {
      return label.length > LONGEST_LABEL ? label.slice(0, LONGEST_LABEL - 1) + '\u2026' : label;
    });
    var longest = Math.max.apply(null, labels.map(function (label) { return label.length; }));
    var step = Math.max(1, Math.ceil(labels.length * (longest * LETTER + 12) / (width - 70)));
    var isWhole = data.values.every(function (column) { return column.every(function (value) { return value % 1 === 0; }); });
    var axis = {stroke: token('--quiet'), font: font, grid: {stroke: token('--line'), width: 1}, ticks: {show: false}};
    return {
      width: width,
      height: HEIGHT,
      padding: [12, 12, 0, 0],
      cursor: {show: false},
      legend: {show: false},
      scales: {
        x: {time: false, range: [-0.5, Math.max(data.labels.length, 1) - 0.5]},
        y: {range: function (chart, low, high) { return [Math.min(0, low || 0), Math.max(maximum || high || 0, 1) * (maximum ? 1 : 1.05)]; }}
      },
      axes: [
        Object.assign({}, axis, {
          grid: {show: false},
          size: 30,
          splits: function () { return labels.map(function (label, index) { return index; }); },
          // as many labels as there is room for
          values: function (chart, splits) {
            return splits.map(function (index) { return index % step === 0 ? labels[index] : ''; });
          }
        }),
        Object.assign({}, axis, {
          size: 56,
          // nobody has half a lot
          incrs: isWhole ? [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6, 1e7, 1e8, 1e9] : undefined,
          values: function (chart, splits) { return splits.map(function (split) { return numbers.format(split); }); }
        })
      ],
      series: [{}].concat(data.names.map(function (name, index) {
        return {
          label: name,
          fill: colours[index % colours.length],
          stroke: colours[index % colours.length],
          width: 0,
          points: {show: false},
          paths: uPlot.paths.bars({size: [0.7 / count, 48], align: count === 1 ? 0 : index === 0 ? -1 : 1})
        };
      }))
    };
  }

  function legend(names) {
    var list = document.createElement('ul');
    list.className = 'chart-names';
    names.forEach(function (name) {
      var entry = document.createElement('li');
      entry.textContent = name;
      list.append(entry);
    });
    return list;
  }

  // Where there is no chart, nothing explains it.
  function caption(text) {
    var paragraph = document.createElement('p');
    paragraph.className = 'small quiet';
    paragraph.textContent = text;
    return paragraph;
  }

  function draw(table) {
    var data = read(table);
    if (!data.values.length || !data.labels.length) {
      return;
    }
    var place = document.createElement('div');
    place.className = 'chart';
    place.setAttribute('aria-hidden', 'true'); // the table says the same
    var frame = table.closest('.scroll') || table;
    frame.before(place);
    if (table.dataset.caption) {
      place.append(caption(table.dataset.caption));
    }
    if (data.names.length > 1) {
      place.append(legend(data.names));
    }
    var at = data.labels.map(function (label, index) { return index; });
    var chart = new uPlot(options(data, place.clientWidth, Number(table.dataset.maximum)), [at].concat(data.values), place);
    table.classList.add('charted');
    drawn.push({table: table, place: place, chart: chart, width: place.clientWidth});
  }

  function remove(entry) {
    entry.chart.destroy();
    entry.place.remove();
    entry.table.classList.remove('charted');
  }

  // What an update has taken away goes; what has no chart yet gets one.
  function show() {
    drawn = drawn.filter(function (entry) {
      if (entry.table.isConnected) {
        return true;
      }
      remove(entry);
      return false;
    });
    document.querySelectorAll('table[data-chart]:not(.charted)').forEach(draw);
  }

  function again() {
    drawn.forEach(remove);
    drawn = [];
    show();
  }

  window.addEventListener('resize', function () {
    if (drawn.some(function (entry) { return entry.place.clientWidth !== entry.width; })) {
      again();
    }
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  document.addEventListener('DOMContentLoaded', show);
  document.addEventListener('htmx:afterSettle', show);
})();
