-- Names that a room type had or is known by elsewhere, and the rates of a platform that are sold as it; one a line.
ALTER TABLE room_type ADD COLUMN former_names TEXT;
ALTER TABLE room_type ADD COLUMN room_rates TEXT;

-- An identifier of ours that a sender named and nobody knew, its rate, and what else it said of the stay, as JSON.
ALTER TABLE room_stay ADD COLUMN room_said ${uuid};
ALTER TABLE room_stay ADD COLUMN room_rate TEXT;
ALTER TABLE room_stay ADD COLUMN kept TEXT;

-- A stay whose room is not known has the room type 0: it waits for one of its name or rate.
CREATE INDEX room_stay_without_room ON room_stay (property, room_name, room_rate, room_said, booking)
    WHERE room_type = '00000000-0000-0000-0000-000000000000';

-- As JSON: what nothing here reads, what had to be repaired, and why it was cancelled.
ALTER TABLE booking ADD COLUMN kept TEXT;
ALTER TABLE booking ADD COLUMN warnings TEXT;
ALTER TABLE booking ADD COLUMN cancellation TEXT;
