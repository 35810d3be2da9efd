// What thunderbird.py lets Thunderbird do, with the same calls that its dialogs make. Runs inside its main window.
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const { CalEvent } = ChromeUtils.importESModule("resource:///modules/CalEvent.sys.mjs");

const EVENTS = Ci.calICalendar.ITEM_FILTER_TYPE_EVENT;

// A day is written as 2027-03-01.
function day(text) {
  const date = cal.createDateTime(text.replaceAll("-", ""));
  date.isDate = true;
  return date;
}

function calendar(name) {
  return cal.manager.getCalendars().find(found => found.name == name);
}

async function event(name, title) {
  const all = await calendar(name).getItemsAsArray(EVENTS, 0, null, null);
  return all.find(found => found.title == title);
}

const steps = {
  // New Calendar > On the Network > Find Calendars > Subscribe.
  async subscribe(location, username, password) {
    const found = await cal.provider.detection.detect(username, password, location, true, [], {});
    const calendars = found.get(cal.provider.providers.get("caldav"));
    calendars.forEach(one => cal.manager.registerCalendar(one));
    return Object.fromEntries(calendars.map(one => [one.name, !cal.acl.isCalendarWritable(one)]));
  },

  // [title, first day, day after the last] of what a calendar shows of the days from..until.
  async events(name, from, until) {
    const found = await calendar(name).getItemsAsArray(EVENTS, 0, day(from), day(until));
    const iso = date => date.icalString.replace(/(....)(..)(..)/, "$1-$2-$3");
    return found.map(one => [one.title, iso(one.startDate), iso(one.endDate)]);
  },

  async create(name, title, first, end) {
    const made = new CalEvent();
    made.title = title;
    made.startDate = day(first);
    made.endDate = day(end);
    await calendar(name).addItem(made);
  },

  async move(name, title, first, end) {
    const old = await event(name, title);
    const moved = old.clone();
    moved.startDate = day(first);
    moved.endDate = day(end);
    await calendar(name).modifyItem(moved, old);
  },

  async remove(name, title) {
    await calendar(name).deleteItem(await event(name, title));
  },

  refresh(name) {
    calendar(name).refresh();
  },

  // The calendar's tab with some weeks from a day on, and nothing beside them.
  show(first) {
    document.getElementById("calendarButton").click();
    document.getElementById("calendar_toggle_todaypane_command").doCommand();
    window.toggleUnifinder();
    window.switchCalendarView("multiweek", true);
    window.goToDate(day(first));
  },
};

return steps[arguments[0]](...arguments[1]);
