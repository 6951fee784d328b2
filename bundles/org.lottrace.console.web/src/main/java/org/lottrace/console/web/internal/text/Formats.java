package org.lottrace.console.web.internal.text;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Dates, numbers and units as the reader writes them. A time is that of the site, with its zone beside it. */
public final class Formats {
    private static final Pattern TYPED = Pattern.compile("([0-9]{1,20})(?:([.,])([0-9]{1,10}))?");
    private static final int THOUSAND = 3;
    private static final char NO_BREAK = '\u00a0';

    private final Locale locale;
    private final Texts texts;

    public Formats(Locale locale, Texts texts) {
        this.locale = locale;
        this.texts = texts;
    }

    public Locale locale() {
        return locale;
    }

    /** @return a calendar date, such as {@code 26 Nov 2026}; it stays on one line, in a narrow column, too */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date)
                .replace(' ', NO_BREAK);
    }

    /** @return date and time to the minute in that zone, with the zone's name, such as {@code 26 Nov 2026, 14:30 CET} */
    public String time(Instant instant, ZoneId zone) {
        String name = zone instanceof ZoneOffset offset
                ? offset(offset)
                : DateTimeFormatter.ofPattern("zzz", locale).format(instant.atZone(zone));
        return localTime(instant, zone) + " " + name;
    }

    /** @return date and time to the minute as they were at the site, with the offset that was recorded */
    public String time(OffsetDateTime time) {
        return time(time.toInstant(), time.getOffset());
    }

    /** @return date and time to the minute, without the zone, where the page says it once */
    public String localTime(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    private static String offset(ZoneOffset offset) {
        return "UTC" + (offset.getTotalSeconds() == 0 ? "" : offset.getId());
    }

    /** @return the name of a month or day for people, such as {@code Thursday} */
    public String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }

    /** @return such as {@code 1,234.5 kg} */
    public String quantity(Quantity quantity) {
        return number(quantity.amount()) + " " + unit(quantity.unit());
    }

    /** @return the unit as people write it, or its code of UNECE Recommendation 20 when that is not known here */
    public String unit(UnitOfMeasure unit) {
        return texts.orElse("unit." + unit.code(), unit.code());
    }

    /**
     * Reads a number as it is typed: digits, and at most one comma or point, which begins the decimals.
     *
     * @throws IllegalArgumentException for anything else, and for what means something else elsewhere, such as {@code 1,234}
     */
    public BigDecimal read(String typed) {
        Matcher number = TYPED.matcher(typed);
        if (!number.matches()) {
            throw new IllegalArgumentException(texts.of("number.unreadable", typed));
        }
        String separator = Optional.ofNullable(number.group(2)).orElse("");
        boolean isGrouping = separator.equals(
                String.valueOf(DecimalFormatSymbols.getInstance(locale).getGroupingSeparator()));
        if (isGrouping && number.group(3).length() == THOUSAND) {
            throw new IllegalArgumentException(texts.of("number.ambiguous", typed));
        }
        return new BigDecimal(typed.replace(',', '.'));
    }

    /** @return the number as {@link #read} takes it */
    public String typed(BigDecimal number) {
        char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return number.toPlainString().replace('.', point);
    }

    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** @return a share, where 1 is all of it, such as {@code 12.5 %}; to a tenth of a percent */
    public String percent(BigDecimal share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** @return the amount with its currency, such as {@code €1,234.50} */
    public String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
        format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        return format.format(money.getAmount());
    }
}
