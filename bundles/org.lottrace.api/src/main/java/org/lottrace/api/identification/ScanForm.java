package org.lottrace.api.identification;

import org.lottrace.api.code.Coded;

/** In which form a scan carries identifiers. */
public enum ScanForm implements Coded {
    /** A GS1 element string with FNC1 as a separator. */
    ELEMENT_STRING("ELEMENT_STRING"),
    /** A GS1 element string as people read it, with the identifiers in brackets. */
    BRACKETS("BRACKETS"),
    /** A GS1 Digital Link URI. */
    DIGITAL_LINK("DIGITAL_LINK"),
    /** An EPC URI, or the bits of an EPC tag. */
    EPC("EPC"),
    /** A trade item number alone, marked as one by its symbology: EAN-13, UPC or EAN-8. */
    TRADE_ITEM_NUMBER("TRADE_ITEM_NUMBER"),
    /** None of these: a text that says nothing by the rules of GS1. */
    TEXT("TEXT");

    private final String code;

    ScanForm(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
