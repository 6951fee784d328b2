package org.lottrace.console.commands.internal.output;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * How a value is written in a table: absent as nothing, several with commas, times to the second with the offset of their zone, all
 * else as it prints itself.
 */
final class Text {
    private Text() {}

    static String of(Object value, Zones zones) {
        if (value instanceof Optional<?> optional) {
            return optional.map(present -> of(present, zones)).orElse("");
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(one -> of(one, zones)).collect(Collectors.joining(", "));
        }
        if (value instanceof Instant instant) {
            return of(zones.of(instant), zones);
        }
        if (value instanceof SiteTime time) {
            return of(zones.of(time), zones);
        }
        if (value instanceof OffsetDateTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (value instanceof Money money) {
            return money.getAmount().toPlainString() + " " + money.getCurrencyUnit();
        }
        return String.valueOf(value);
    }
}
