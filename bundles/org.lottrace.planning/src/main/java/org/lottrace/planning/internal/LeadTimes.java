package org.lottrace.planning.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.RotationMeasures;

/**
 * From how many days before its expiry on somebody has to see to a lot.
 *
 * @param ofAll of items that have none of their own
 * @param ofItem of the others
 */
record LeadTimes(int ofAll, Map<ItemNumber, Integer> ofItem) {
    LeadTimes {
        ofItem = Map.copyOf(ofItem);
    }

    /**
     * @param text as it is configured: {@code 14, BREAD=3, CHEESE=45}
     * @throws IllegalArgumentException if it cannot be read, or names no days for all; the message says what to write
     */
    static LeadTimes of(String text) {
        Map<ItemNumber, Integer> ofItem = new LinkedHashMap<>();
        List<Integer> ofAll = Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .flatMap(part -> {
                    int sign = part.lastIndexOf('=');
                    int days = days(text, part.substring(sign + 1).strip());
                    if (sign < 0) {
                        return Stream.of(days);
                    }
                    if (ofItem.put(item(text, part.substring(0, sign).strip()), days) != null) {
                        throw wrong(text, "name each item once");
                    }
                    return Stream.empty();
                })
                .toList();
        if (ofAll.size() != 1) {
            throw wrong(text, "write one number of days for all items");
        }
        return new LeadTimes(ofAll.get(0), ofItem);
    }

    private static int days(String text, String days) {
        if (!days.matches("[0-9]{1,4}") || Integer.parseInt(days) > RotationMeasures.MOST_DAYS_AHEAD) {
            throw wrong(
                    text,
                    "write whole numbers of days, at most " + RotationMeasures.MOST_DAYS_AHEAD
                            + ", such as 14, BREAD=3");
        }
        return Integer.parseInt(days);
    }

    private static ItemNumber item(String text, String number) {
        try {
            return new ItemNumber(number);
        } catch (InvalidIdentifierException noItem) {
            throw wrong(text, noItem.getMessage());
        }
    }

    private static IllegalArgumentException wrong(String text, String what) {
        return new IllegalArgumentException("lead.days of org.lottrace.planning is \"" + text + "\": " + what);
    }

    /** @return the longest, in which all that are due are found */
    int longest() {
        return IntStream.concat(IntStream.of(ofAll), ofItem.values().stream().mapToInt(Integer::intValue))
                .max()
                .getAsInt();
    }

    /** @return those within the lead time of their item, in their order */
    List<ExpiringLot> due(Collection<ExpiringLot> lots) {
        return lots.stream()
                .filter(one -> one.daysLeft() <= ofItem.getOrDefault(one.lot().item(), ofAll))
                .toList();
    }
}
