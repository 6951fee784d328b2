package org.lottrace.api.identification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.quantity.Quantity;

/**
 * What a scan says about goods. Dates are those on the label, without a time zone; a day 00 is the last of its month, and the century
 * is the one within 50 years. Source: GS1 General Specifications, 7.12.
 *
 * @param sscc AI (00): the logistic unit
 * @param gtin AI (01): the trade item
 * @param content AI (02): the trade items in the logistic unit
 * @param lot AI (10)
 * @param serial AI (21)
 * @param productionDate AI (11)
 * @param packagingDate AI (13)
 * @param bestBefore AI (15)
 * @param expiry AI (17): last day of use
 * @param netWeight AI (310n) in kilograms (KGM) or AI (320n) in pounds (LBR)
 * @param count AI (37), trade items in the logistic unit, or AI (30), items in a variable measure trade item
 * @param glns AI (410) to (417)
 * @param others every element that none of these is
 */
public record Identified(
        Optional<Sscc> sscc,
        Optional<Gtin> gtin,
        Optional<Gtin> content,
        Optional<LotNumber> lot,
        Optional<String> serial,
        Optional<LocalDate> productionDate,
        Optional<LocalDate> packagingDate,
        Optional<LocalDate> bestBefore,
        Optional<LocalDate> expiry,
        Optional<Quantity> netWeight,
        Optional<BigDecimal> count,
        List<ScannedGln> glns,
        List<ScannedElement> others) {
    /** Nothing. */
    public static final Identified NOTHING = new Identified(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    public Identified {
        Objects.requireNonNull(sscc);
        Objects.requireNonNull(gtin);
        Objects.requireNonNull(content);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(serial);
        Objects.requireNonNull(productionDate);
        Objects.requireNonNull(packagingDate);
        Objects.requireNonNull(bestBefore);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(netWeight);
        Objects.requireNonNull(count);
        glns = List.copyOf(glns);
        others = List.copyOf(others);
    }

    /** @return the item itself, or what the logistic unit contains */
    public Optional<Gtin> item() {
        return gtin.or(() -> content);
    }
}
