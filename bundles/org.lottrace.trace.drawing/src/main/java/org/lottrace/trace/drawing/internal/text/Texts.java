package org.lottrace.trace.drawing.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.lottrace.api.quantity.Quantity;

/** What a drawing says, in the reader's language: English where there is no other. */
public final class Texts {
    private static final String NAME = "org.lottrace.trace.drawing.texts";
    private static final Control NO_SYSTEM_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final String UNIT = "unit.";

    private final Locale locale;
    private final ResourceBundle texts;

    public Texts(Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(NAME, locale, Texts.class.getClassLoader(), NO_SYSTEM_LANGUAGE);
    }

    /** @param parts put in as they are; numbers are written as the reader does */
    public String say(String key, Object... parts) {
        return new MessageFormat(texts.getString(key), locale).format(parts);
    }

    /** @return with every digit that it has */
    public String quantity(Quantity quantity) {
        return number(quantity.amount(), Quantity.MAXIMUM_SCALE, RoundingMode.UNNECESSARY) + " " + unit(quantity);
    }

    /** @return as {@link #quantity}, joined by plus signs */
    public String quantities(List<Quantity> quantities) {
        return quantities.stream().map(this::quantity).collect(Collectors.joining(" + "));
    }

    /** @param decimals how many at most */
    String rounded(Quantity quantity, int decimals, RoundingMode rounding) {
        return number(quantity.amount(), decimals, rounding) + " " + unit(quantity);
    }

    String number(BigDecimal amount, int decimals, RoundingMode rounding) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(rounding);
        return format.format(amount);
    }

    /** @return such as 12.5 %; what is less than a tenth of a percent is said to be so */
    String percent(BigDecimal share) {
        boolean tiny = share.signum() > 0 && share.compareTo(new BigDecimal("0.001")) < 0;
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return tiny ? "< " + format.format(new BigDecimal("0.001")) : format.format(share);
    }

    /** A unit that has no sign here is written as its code. */
    private String unit(Quantity quantity) {
        String code = quantity.unit().code();
        try {
            return texts.getString(UNIT + code);
        } catch (MissingResourceException noSign) {
            return code;
        }
    }
}
