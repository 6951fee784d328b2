package org.lottrace.notice.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.lottrace.api.movement.PaperLanguage;
import org.lottrace.api.quantity.Quantity;

/** The words of papers, dates and numbers in one language. */
final class DeliveryWords {
    private static final Map<PaperLanguage, DeliveryWords> ALL = new EnumMap<>(PaperLanguage.class);

    static {
        for (PaperLanguage language : PaperLanguage.values()) {
            ALL.put(language, new DeliveryWords(language));
        }
    }

    private final PaperLanguage language;
    private final Properties words = new Properties();

    private DeliveryWords(PaperLanguage language) {
        this.language = language;
        String file = "delivery_" + language.code() + ".properties";
        try (Reader reader =
                new InputStreamReader(DeliveryWords.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeliveryWords in(PaperLanguage language) {
        return ALL.get(language);
    }

    /** @throws IllegalArgumentException if there is no such text */
    String of(String key, Object... arguments) {
        String text = Optional.ofNullable(words.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("no text " + key + " in " + language));
        return arguments.length == 0 ? text : new MessageFormat(text, language.locale()).format(arguments);
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(date);
    }

    String quantity(Quantity quantity) {
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(language.locale()));
        return format.format(quantity.amount()) + " " + unit(quantity.unit().code());
    }

    /** A unit without a word is written as its code. */
    private String unit(String code) {
        return words.getProperty("unit." + code, code);
    }
}
