package org.lottrace.api.event;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * What can be known of a lot besides its key, its dates and its numbers: an open set of key data elements, as data. An element
 * may be there several times, as certificates are. They are in the changes of the lot ({@link LotChange}), each with who said
 * so, when and why; the newest change says what is known now.
 */
public final class LotAttributes {
    /** The elements that say something of a lot, whichever quantity of it is looked at. */
    public static final Set<KeyDataElement> OF_A_LOT = Collections.unmodifiableSet(EnumSet.of(
            KeyDataElement.PACKAGING_DATE,
            KeyDataElement.BEST_BEFORE_DATE,
            KeyDataElement.SELL_BY_DATE,
            KeyDataElement.HARVEST_DATE,
            KeyDataElement.HARVEST_LOCATION,
            KeyDataElement.COOLING_DATE,
            KeyDataElement.LANDING_DATE,
            KeyDataElement.FREEZING_DATE,
            KeyDataElement.OPENING_DATE,
            KeyDataElement.THAWING_DATE,
            KeyDataElement.CATCH_AREA,
            KeyDataElement.SPECIES,
            KeyDataElement.COUNTRY_OF_ORIGIN,
            KeyDataElement.POTENCY,
            KeyDataElement.GRADE,
            KeyDataElement.CERTIFICATE,
            KeyDataElement.TLC_SOURCE,
            KeyDataElement.TLC_SOURCE_PLACE,
            KeyDataElement.TLC_SOURCE_REFERENCE,
            KeyDataElement.NDC,
            KeyDataElement.PRODUCT_DESCRIPTION));

    /** The elements that say something of the goods on one line. */
    public static final Set<KeyDataElement> OF_GOODS = Collections.unmodifiableSet(EnumSet.of(
            KeyDataElement.NET_WEIGHT,
            KeyDataElement.PIECES,
            KeyDataElement.SERIAL,
            KeyDataElement.TEMPERATURE,
            KeyDataElement.LOWEST_TEMPERATURE,
            KeyDataElement.HIGHEST_TEMPERATURE,
            KeyDataElement.HUMIDITY,
            KeyDataElement.SENSOR,
            KeyDataElement.MEASURED_AT,
            KeyDataElement.EQUIPMENT,
            KeyDataElement.PERSONNEL,
            KeyDataElement.CARRIER,
            KeyDataElement.VEHICLE,
            KeyDataElement.SEAL,
            KeyDataElement.REFERENCE_RECORD));

    private static final String KEY_DATA_WRONG = "KEY_DATA_WRONG";
    /** The template of its number is known of a lot that has got one, and is said by nobody. */
    private static final Set<String> WORDS = Stream.concat(OF_A_LOT.stream(), Stream.of(KeyDataElement.NUMBER_TEMPLATE))
            .map(KeyDataElement::word)
            .collect(toSet());

    private LotAttributes() {}

    /** @return those of the data that say something of the lot */
    public static List<KeyDatum> of(List<KeyDatum> data) {
        return data.stream().filter(datum -> WORDS.contains(datum.name())).toList();
    }

    /**
     * @param known what was known
     * @param given what is known now; all values of an element that is given take the place of its known ones
     * @return the elements that are not given as they were known, then the given ones
     */
    public static List<KeyDatum> corrected(List<KeyDatum> known, List<KeyDatum> given) {
        Set<String> names = given.stream().map(KeyDatum::name).collect(toSet());
        return Stream.concat(known.stream().filter(datum -> !names.contains(datum.name())), given.stream())
                .distinct()
                .toList();
    }

    /**
     * @param elements what may be said here
     * @return {@code KEY_DATA_WRONG} for each that is not among them, or is of another type or unit
     */
    public static List<Violation> problems(List<KeyDatum> given, Set<KeyDataElement> elements, ViolationPath owner) {
        List<Violation> problems = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ViolationPath at = owner.then("keyData", i + 1);
            fault(given.get(i), elements).ifPresent(fault -> problems.add(new Violation(KEY_DATA_WRONG, at, fault)));
        }
        return problems;
    }

    private static Optional<String> fault(KeyDatum datum, Set<KeyDataElement> elements) {
        Objects.requireNonNull(datum);
        return datum.fault()
                .or(() -> words(elements).contains(datum.name())
                        ? Optional.empty()
                        : Optional.of(datum.name() + " is not said here: say one of "
                                + elements.stream()
                                        .map(KeyDataElement::word)
                                        .sorted()
                                        .toList()));
    }

    private static Set<String> words(Set<KeyDataElement> elements) {
        return elements.stream().map(KeyDataElement::word).collect(toSet());
    }
}
