'use strict';

const answer = document.getElementById('answer');

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function percent(number) {
  return (100 * number).toLocaleString('en', {maximumSignificantDigits: 4}) + ' %';
}

function meter(probability, threshold) {
  const bar = element('div', 'meter', '');
  const filled = element('i', '', '');
  filled.style.width = 100 * probability + '%';
  bar.append(filled);
  if (threshold !== undefined) {
    const mark = element('b', '', '');
    mark.style.left = 100 * threshold + '%';
    bar.append(mark);
  }
  return bar;
}

function featureTable(features) {
  const table = document.createElement('table');
  for (const [name, value] of Object.entries(features)) {
    const row = table.insertRow();
    row.append(element('th', '', name));
    row.append(element('td', '', value === null ? 'missing' : String(value)));
  }
  return table;
}

async function fetchJson(path) {
  const response = await fetch(path);
  const json = await response.json();
  if (!response.ok) {
    throw new Error(json.message);
  }
  return json;
}

async function show(id) {
  const path = encodeURIComponent(id);
  try {
    const [prediction, features] =
        await Promise.all([fetchJson('/v1/predictions/' + path), fetchJson('/v1/features/' + path)]);
    const score = element('p', 'score', percent(prediction.probability) + ' · class ' + prediction.class);
    const threshold = prediction.threshold === undefined
        ? '' : 'Threshold ' + percent(prediction.threshold) + '. ';
    const time = features.event_time === undefined
        ? '' : 'Features as of ' + features.event_time.replace('T', ' ') + '.';
    answer.replaceChildren(
        score,
        meter(prediction.probability, prediction.threshold),
        element('p', 'small', threshold + time),
        featureTable(features.features));
  } catch (error) {
    answer.replaceChildren(element('p', 'error', error.message));
  }
}

document.getElementById('lookup').addEventListener('submit', event => {
  event.preventDefault();
  show(document.getElementById('id').value);
});

const asked = new URLSearchParams(location.search).get('id');
if (asked !== null) {
  document.getElementById('id').value = asked;
  show(asked);
}
