package org.lottrace.tools;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.lot.CheckCharacter;

/**
 * A story as if another day were today, the sample company's or that of the SOAP examples: every date of its documents, and every lot number with a date in it, is
 * as many days later. What was at nine in the morning at its sites still is, whatever the season.
 */
final class StoryDay {
    /** The day of which its documents tell as they are written. */
    static final LocalDate WRITTEN = LocalDate.of(2026, 11, 26);

    /** The same of the SOAP examples. */
    static final LocalDate EXAMPLES_WRITTEN = LocalDate.of(2026, 4, 3);

    private static final ZoneId SITES = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuMMdd");
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("uuDDD");

    private static final Pattern TIME = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[+-]\\d{2}:\\d{2}");
    private static final Pattern ISO_DATE = Pattern.compile("(?<!\\d)20\\d{2}-\\d{2}-\\d{2}(?![0-9T])");
    /** In an 856, and in the lots of the herb garden. */
    private static final Pattern BASIC_DATE =
            Pattern.compile("(?<!\\d)20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)");
    /** In an ISA, and in the lots of the oil mill: OH01, the date, a number. */
    private static final Pattern SHORT_DATE = Pattern.compile("(?<=\\*)\\d{6}(?=\\*\\d{4}\\*U\\*)|(?<=OH0[12])\\d{6}");
    /** In other suppliers' lots: ME-26271-1 is of the 271st day of 2026. */
    private static final Pattern DAY_IN_LOT = Pattern.compile("(?<=(?:ME|CUP|SAL|LEM|OEL)-)\\d{5}");
    /** In the lots of the SOAP examples: the day; site and shift; a running number. */
    private static final Pattern EXAMPLE_LOT = Pattern.compile("(?<![0-9A-Z-])\\d{5}(?=-[A-Z]{3}-\\d-\\d{4}(?!\\d))");
    /** Lots of the company's own sites: the day; site, line and shift; a running number; a check character. */
    private static final Pattern OWN_LOT =
            Pattern.compile("(?<![0-9A-Z-])(\\d{5})(-[A-Z]{3}-\\d-[A-Z]-)\\d{2}[0-9A-Z*]");

    private final long days;

    /** @param today takes the place of {@link #WRITTEN} */
    StoryDay(LocalDate today) {
        this(WRITTEN, today);
    }

    /** @param today takes the place of the day of which the documents tell */
    StoryDay(LocalDate written, LocalDate today) {
        days = ChronoUnit.DAYS.between(written, today);
    }

    /** @return the text of a document, or of anything that names its lots, as it reads on that day */
    String tell(String text) {
        if (days == 0) {
            return text;
        }
        String told = replace(TIME, text, this::time);
        told = replace(ISO_DATE, told, date -> later(date, ISO));
        told = replace(BASIC_DATE, told, date -> later(date, BASIC));
        told = replace(SHORT_DATE, told, date -> later(date, SHORT));
        told = replace(DAY_IN_LOT, told, day -> later(day, DAY_OF_YEAR));
        told = replace(EXAMPLE_LOT, told, day -> later(day, DAY_OF_YEAR));
        return replace(OWN_LOT, told, this::ownLot);
    }

    private String time(String time) {
        return OffsetDateTime.parse(time)
                .toLocalDateTime()
                .plusDays(days)
                .atZone(SITES)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private String later(String date, DateTimeFormatter format) {
        return LocalDate.parse(date, format).plusDays(days).format(format);
    }

    private String ownLot(String lot) {
        Matcher parts = OWN_LOT.matcher(lot);
        if (!parts.matches()) {
            throw new IllegalArgumentException(lot);
        }
        long place = own(parts.group(1) + parts.group(2))
                .takeWhile(number -> number.compareTo(lot) <= 0)
                .count();
        return own(later(parts.group(1), DAY_OF_YEAR) + parts.group(2))
                .skip(place - 1)
                .findFirst()
                .orElseThrow();
    }

    /** One whose check character would be no letter or digit is not given to a lot. */
    private static Stream<String> own(String day) {
        return IntStream.rangeClosed(1, 99)
                .mapToObj(number -> day + (number < 10 ? "0" : "") + number)
                .filter(number -> CheckCharacter.of(number) != CheckCharacter.SUPPLEMENTARY)
                .map(number -> number + CheckCharacter.of(number));
    }

    private static String replace(Pattern pattern, String text, UnaryOperator<String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group())));
    }
}
