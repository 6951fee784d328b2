package org.lottrace.api.partner;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * What a ship notice can say beside its fields, as key data elements: of the shipment what it is carried in and by what papers, of a
 * line what is known of its lot and of its goods. An element may be there several times, as seals and statements are.
 */
public final class NoticeKeyData {
    /** All elements that a notice or a line of it may say. */
    public static final Set<KeyDataElement> ELEMENTS = Stream.concat(
                    Stream.concat(LotAttributes.OF_A_LOT.stream(), LotAttributes.OF_GOODS.stream()),
                    Stream.of(
                            KeyDataElement.GROSS_WEIGHT,
                            KeyDataElement.UNIT_NET_WEIGHT,
                            KeyDataElement.UNIT_GROSS_WEIGHT,
                            KeyDataElement.PACKAGES,
                            KeyDataElement.NAMED_PARTY,
                            KeyDataElement.ROUTING,
                            KeyDataElement.CARRIER_REFERENCE,
                            KeyDataElement.STATEMENT))
            .collect(toUnmodifiableSet());

    /** Characters that all values of one line, or of the notice itself, may have together. */
    public static final int LONGEST = 50_000;

    /** Elements that one line, or the notice itself, may say. */
    public static final int MOST = 2_000;

    private NoticeKeyData() {}

    /**
     * @param owner the line, or the notice itself
     * @return {@code KEY_DATA_WRONG} for each that no notice says, or that is of another type or unit; {@code KEY_DATA_TOO_LONG} when
     *     there are more than {@link #LONGEST} characters or {@link #MOST} elements
     */
    public static List<Violation> problems(List<KeyDatum> said, ViolationPath owner) {
        if (said.isEmpty()) {
            return List.of();
        }
        List<Violation> problems = new ArrayList<>(LotAttributes.problems(said, ELEMENTS, owner));
        int length =
                said.stream().mapToInt(datum -> datum.value().text().length()).sum();
        if (length > LONGEST || said.size() > MOST) {
            problems.add(new Violation(
                    "KEY_DATA_TOO_LONG",
                    owner.then("keyData"),
                    said.size() + " key data elements have " + length + " characters; at most " + MOST + " with "
                            + LONGEST + " are kept: send fewer of them, or the goods in several lines"));
        }
        return problems;
    }
}
