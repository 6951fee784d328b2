package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.util.Set;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.PartyReference;
import org.lottrace.edi.asn856.internal.wire.SerialNumber;

/** What a level says of goods: which item, how much, which lot. */
final class GoodsTexts {
    /** UNECE Recommendation 20: of goods in these units the quantity is the weight. */
    private static final Set<String> WEIGHTS = Set.of("KGM", "GRM", "TNE", "LBR", "ONZ");

    /** X12 data element 352; what is longer is cut, for it is told for people. */
    private static final int LONGEST_DESCRIPTION = 80;

    private final boolean isLongGtin;
    private final boolean isNdc;
    private final String sourceRole;

    /**
     * @param isLongGtin whether each GTIN is written with 14 digits
     * @param isNdc whether the National Drug Code stands for our item number. Where it is not known, our number is no such code: it is
     *     told as our part number, when a GTIN names the item
     * @param sourceRole N101 of who assigned a traceability lot code; empty when that is not told
     */
    GoodsTexts(boolean isLongGtin, boolean isNdc, String sourceRole) {
        this.isLongGtin = isLongGtin;
        this.isNdc = isNdc;
        this.sourceRole = sourceRole;
    }

    void item(Level level, ShipNoticeLine line, LineFacts facts) {
        level.line = Texts.orNull(line.lineNumber());
        line.gtin().ifPresent(gtin -> {
            if (isLongGtin || !gtin.value().startsWith("0")) {
                level.gtin = gtin.value();
            } else if (gtin.value().startsWith("00")) {
                level.upc = gtin.value().substring(2);
            } else {
                level.ean = gtin.value().substring(1);
            }
        });
        level.receiverItem = Texts.orNull(line.receiverItem());
        if (isNdc && facts.ndc().isEmpty() && line.gtin().isPresent()) {
            level.senderPart = Texts.orNull(line.senderItem());
        } else {
            level.senderItem = isNdc && !facts.ndc().isEmpty() ? facts.ndc() : Texts.orNull(line.senderItem());
        }
        level.description = Room.cut(facts.description(), LONGEST_DESCRIPTION);
        if (level.description != null) {
            level.descriptionKind = "F";
        }
    }

    /** @throws IllegalArgumentException if the unit has no X12 code */
    static void quantity(Level level, BigDecimal amount, UnitOfMeasure unit) {
        level.quantity = amount.toPlainString();
        level.unit = UnitCodes.toX12(unit)
                .orElseThrow(
                        () -> new IllegalArgumentException("unit " + unit + " has no X12 code in the table of units"));
    }

    void lot(Level level, ShipNoticeLine line, LineFacts facts) {
        level.lot = Texts.orNull(line.lotNumber());
        level.productionDate = line.productionDate().map(Texts::of).orElse(null);
        level.expiry = line.expiry().map(Texts::of).orElse(null);
        level.country = Texts.orNull(facts.country());
        level.harvestDate = facts.harvested().map(Texts::of).orElse(null);
        facts.serials().forEach(serial -> {
            SerialNumber number = new SerialNumber();
            number.number = serial;
            level.serials.add(number);
        });
        facts.netWeight()
                .filter(weight -> !WEIGHTS.contains(line.quantity().unit().code()))
                .ifPresent(weight -> weight(level, weight));
        facts.source()
                .filter(source -> !sourceRole.isEmpty())
                .map(source -> PartyTexts.of(sourceRole, source))
                .filter(PartyTexts::saysSomething)
                .ifPresent((PartyReference source) -> level.source = source);
    }

    private static void weight(Level level, BigDecimal weight) {
        level.weightReference = "PD";
        level.weightQualifier = "N";
        level.weight = weight.toPlainString();
        level.weightUnit = "KG";
    }
}
