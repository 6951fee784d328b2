package org.lottrace.api.label;

import org.lottrace.api.identification.Identification;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** Makes labels with GS1-128, GS1 DataMatrix and QR codes. Prints nothing: what it makes goes to a printer or a screen. */
@ProviderType
public interface Labels {
    /** No lot is called so. */
    String LOT_UNKNOWN = "LOT_UNKNOWN";

    /** Several lots are called so. */
    String LOT_AMBIGUOUS = "LOT_AMBIGUOUS";

    /** The item has no trade item number, so no bar code of GS1 can name it. */
    String NO_GTIN = "LABEL_NO_GTIN";

    /** The lot number has a blank, which GS1 AI (10) does not allow: such a lot has no label of GS1. */
    String NUMBER_WITH_BLANK = "LOT_NUMBER_WITH_BLANK";

    /** The serial number is longer than 20 characters, or has one that GS1 AI (21) does not allow: the piece has no label of GS1. */
    String SERIAL_NOT_MARKABLE = "SERIAL_NOT_MARKABLE";

    /** A logistic unit, a count, a weight or a supplier's number is missing, or can not be said on a label. */
    String DETAIL_WRONG = "LABEL_DETAIL_WRONG";

    /** The template is wrong, or what the label says does not fit on it; each message says where. */
    String TEMPLATE_WRONG = "LABEL_TEMPLATE_WRONG";

    /**
     * Makes a label. Changes nothing: the same request makes the same label. Joins the caller's unit of work or opens one.
     *
     * @return the label in the format that was asked for; ZPL as UTF-8. Refused with all reasons; a lot number with a blank
     *     with {@link #NUMBER_WITH_BLANK}, a serial number with {@link #SERIAL_NOT_MARKABLE}, any other lot number that GS1 does not allow with {@link Identification#RULE_BROKEN}
     */
    @Operation(
            name = "label.make",
            refusals = {
                LOT_UNKNOWN,
                LOT_AMBIGUOUS,
                NO_GTIN,
                NUMBER_WITH_BLANK,
                SERIAL_NOT_MARKABLE,
                DETAIL_WRONG,
                TEMPLATE_WRONG,
                Identification.RULE_BROKEN
            })
    Outcome<byte[]> make(LabelRequest request);
}
