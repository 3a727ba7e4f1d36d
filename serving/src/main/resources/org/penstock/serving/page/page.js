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

function featureTable(caption, features) {
  const table = document.createElement('table');
  table.createCaption().textContent = caption;
  for (const [name, value] of Object.entries(features)) {
    const row = table.insertRow();
    const head = element('th', '', name);
    head.scope = 'row';
    row.append(head);
    row.append(element('td', '', value === null ? 'missing' : String(value)));
  }
  return table;
}

async function fetchJson(path, options) {
  const response = await fetch(path, options);
  const json = await response.json();
  if (!response.ok) {
    const problems = (json.problems || []).map(problem => 'Record ' + problem.record + ': ' + problem.message);
    throw new Error(problems.length > 0 ? problems.join('\n') : json.message);
  }
  return json;
}

function summary(prediction) {
  if (prediction.prediction !== undefined) {
    return String(prediction.prediction);
  }
  return percent(prediction.probability) + ' · class ' + prediction.class;
}

function shown(prediction, threshold) {
  const parts = [element('p', 'score', summary(prediction))];
  if (prediction.probability !== undefined) {
    parts.push(meter(prediction.probability, threshold));
  }
  return parts;
}

function caption(prediction, index) {
  const time = prediction.event_time === undefined ? '' : ' at ' + prediction.event_time.replace('T', ' ');
  return (prediction.id === undefined ? 'Record ' + index : prediction.id) + time;
}

async function show(id) {
  const path = encodeURIComponent(id);
  try {
    const [prediction, features] =
        await Promise.all([fetchJson('/v1/predictions/' + path), fetchJson('/v1/features/' + path)]);
    const threshold = prediction.threshold === undefined
        ? '' : 'Threshold ' + percent(prediction.threshold) + '. ';
    const time = features.event_time === undefined
        ? '' : 'Features as of ' + features.event_time.replace('T', ' ') + '.';
    answer.replaceChildren(
        ...shown(prediction, prediction.threshold),
        element('p', 'small', threshold + time),
        featureTable('What the model sees', features.features));
  } catch (error) {
    answer.replaceChildren(element('p', 'error', error.message));
  }
}

async function predict(records) {
  const predictions = document.getElementById('predictions');
  try {
    const answered = await fetchJson(
        '/v1/predictions', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: records});
    predictions.replaceChildren(...answered.predictions.flatMap((prediction, index) => [
      ...shown(prediction, answered.threshold),
      element('p', 'small', caption(prediction, index)),
      ...(prediction.probabilities === undefined ? [] : [featureTable('Probability of each class', prediction.probabilities)])]));
  } catch (error) {
    predictions.replaceChildren(element('p', 'error', error.message));
  }
}

document.getElementById('records').addEventListener('submit', event => {
  event.preventDefault();
  predict(document.getElementById('json').value);
});

document.getElementById('lookup').addEventListener('submit', event => {
  event.preventDefault();
  show(document.getElementById('id').value);
});

const asked = new URLSearchParams(location.search).get('id');
if (asked !== null) {
  document.getElementById('id').value = asked;
  show(asked);
}
