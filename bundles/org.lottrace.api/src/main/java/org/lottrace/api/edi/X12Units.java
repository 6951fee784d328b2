package org.lottrace.api.edi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * Units of X12 and of UNECE Recommendation 20: the one table between them. The first X12 code of a unit is the one we
 * write; the others are read only.
 *
 * <p>Source: X12 data element 355 (version 004010) and UNECE Recommendation 20; {@code CS} for a case is used as in
 * Recommendation 21 (package types), because Recommendation 20 has none and its {@code CA} is a can.
 */
public final class X12Units {
    private static final String[][] X12_TO_REC_20 = {
        // counted
        {"EA", "C62"}, // each
        {"UN", "C62"}, // unit
        {"PC", "C62"}, // piece
        {"DZ", "DZN"}, // dozen
        {"PR", "PR"}, // pair
        {"TH", "MIL"}, // thousand
        // packed
        {"CA", "CS"}, // case
        {"CS", "CS"}, // cassette by the table, sent for case by many
        {"CT", "CT"}, // carton
        {"BX", "BX"}, // box
        {"BG", "BG"}, // bag
        {"BO", "BO"}, // bottle
        {"CN", "CA"}, // can
        {"DR", "DR"}, // drum
        {"PK", "PK"}, // package
        {"RL", "RO"}, // roll
        {"PL", "PF"}, // pallet
        {"JR", "JR"}, // jar
        {"PA", "BJ"}, // pail, bucket
        // weighed
        {"KG", "KGM"}, // kilogram
        {"GR", "GRM"}, // gram
        {"ME", "MGM"}, // milligram
        {"MP", "TNE"}, // metric ton
        {"LB", "LBR"}, // pound
        {"OZ", "ONZ"}, // ounce
        {"TN", "STN"}, // net ton, 2000 pounds
        // measured
        {"LT", "LTR"}, // litre
        {"ML", "MLT"}, // millilitre
        {"GA", "GLL"}, // US gallon
        {"QT", "QTL"}, // US liquid quart
        {"PT", "PTL"}, // US liquid pint
        {"FO", "OZA"}, // US fluid ounce
        {"CR", "MTQ"}, // cubic metre
        {"MR", "MTR"}, // metre
        {"CM", "CMT"}, // centimetre
        {"SM", "MTK"}, // square metre
        {"FT", "FOT"}, // foot
    };

    private static final Map<String, UnitOfMeasure> FROM_X12 = new LinkedHashMap<>();
    private static final Map<UnitOfMeasure, String> TO_X12 = new LinkedHashMap<>();

    static {
        for (String[] row : X12_TO_REC_20) {
            UnitOfMeasure unit = new UnitOfMeasure(row[1]);
            FROM_X12.put(row[0], unit);
            TO_X12.putIfAbsent(unit, row[0]);
        }
    }

    private X12Units() {}

    /** @return the unit of an X12 code, or empty when it is not in the table */
    public static Optional<UnitOfMeasure> fromX12(String code) {
        return Optional.ofNullable(FROM_X12.get(code));
    }

    /** @return the X12 code of a unit, or empty when it is not in the table */
    public static Optional<String> toX12(UnitOfMeasure unit) {
        return Optional.ofNullable(TO_X12.get(unit));
    }

    /** @return the unit of a code of the Recommendation, or empty when it is not in the table */
    public static Optional<UnitOfMeasure> fromRecommendation20(String code) {
        return TO_X12.keySet().stream().filter(unit -> unit.code().equals(code)).findFirst();
    }
}
