package org.lottrace.api.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.quantity.Quantity;

/** The value of a key data element, in one of the types that {@link KeyDataType} names. */
public sealed interface KeyDataValue {
    /** @return its type, which is stored with it */
    KeyDataType type();

    /** @return the one text in which it is stored and hashed; {@link #of} reads it */
    String text();

    /** @param text words for people, never blank */
    record Text(String text) implements KeyDataValue {
        public Text {
            checked(text);
        }

        @Override
        public KeyDataType type() {
            return KeyDataType.TEXT;
        }
    }

    /** @param text a word of the element's list, never blank */
    record Code(String text) implements KeyDataValue {
        public Code {
            checked(text);
        }

        @Override
        public KeyDataType type() {
            return KeyDataType.CODE;
        }
    }

    /** @param quantity an amount with its unit */
    record Amount(Quantity quantity) implements KeyDataValue {
        public Amount {
            Objects.requireNonNull(quantity);
        }

        @Override
        public KeyDataType type() {
            return KeyDataType.QUANTITY;
        }

        @Override
        public String text() {
            return quantity.toString();
        }
    }

    /** @param date a calendar date */
    record Day(LocalDate date) implements KeyDataValue {
        public Day {
            Objects.requireNonNull(date);
        }

        @Override
        public KeyDataType type() {
            return KeyDataType.DATE;
        }

        @Override
        public String text() {
            return date.toString();
        }
    }

    /** @param instant a moment */
    record Moment(Instant instant) implements KeyDataValue {
        public Moment {
            Objects.requireNonNull(instant);
        }

        @Override
        public KeyDataType type() {
            return KeyDataType.TIME;
        }

        @Override
        public String text() {
            return instant.toString();
        }
    }

    /** @param place a place of any kind */
    record At(Place place) implements KeyDataValue {
        public At {
            Objects.requireNonNull(place);
        }

        @Override
        public KeyDataType type() {
            return KeyDataType.PLACE;
        }

        @Override
        public String text() {
            return place.kind().code() + " " + place.code();
        }
    }

    /** @param party a party */
    record Who(PartyId party) implements KeyDataValue {
        public Who {
            Objects.requireNonNull(party);
        }

        @Override
        public KeyDataType type() {
            return KeyDataType.PARTY;
        }

        @Override
        public String text() {
            return party.value();
        }
    }

    /**
     * The value that was written as this type and text.
     *
     * @throws IllegalArgumentException if it is no value of that type
     * @throws java.time.format.DateTimeParseException if a date or a moment is not in ISO 8601 form
     */
    static KeyDataValue of(KeyDataType type, String text) {
        try {
            return switch (type) {
                case TEXT -> new Text(text);
                case CODE -> new Code(text);
                case QUANTITY -> new Amount(Quantity.of(words(text)[0], words(text)[1]));
                case DATE -> new Day(LocalDate.parse(text));
                case TIME -> new Moment(Instant.parse(text));
                case PLACE -> new At(Place.of(Coded.of(PlaceKind.class, words(text)[0]), words(text)[1]));
                case PARTY -> new Who(new PartyId(text));
            };
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no " + type, e);
        }
    }

    private static String[] words(String text) {
        String[] words = text.split(" ", 2);
        if (words.length < 2) {
            throw new IllegalArgumentException("\"" + text + "\" is not in two words");
        }
        return words;
    }

    private static void checked(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a key data element that says nothing is left out");
        }
    }
}
