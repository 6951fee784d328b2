package org.lottrace.console.commands.internal.output;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** How a value is written in a table: absent as nothing, several with commas, times to the second, all else as it prints itself. */
final class Text {
    private Text() {}

    static String of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Text::of).orElse("");
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Text::of).collect(Collectors.joining(", "));
        }
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.SECONDS).toString();
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
