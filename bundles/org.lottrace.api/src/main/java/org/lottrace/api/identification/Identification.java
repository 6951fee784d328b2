package org.lottrace.api.identification;

import java.util.List;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads what a scanner sends or a person types, and writes what a bar code carries.
 *
 * <p>Source: GS1 General Specifications, 3 and 7.8; GS1 Digital Link URI Syntax 1.2; EPC Tag Data Standard. The formats and rules of
 * the application identifiers are those of the GS1 Barcode Syntax Dictionary. Nothing is stored, no transaction is needed.
 */
@ProviderType
public interface Identification {
    /** A longer text is no scan: the largest symbol has fewer characters. */
    int LONGEST_SCAN = 8000;

    /** Code of a refusal: what is to be written breaks a rule of GS1; the message names identifier, rule and place. */
    String RULE_BROKEN = "GS1_RULE_BROKEN";

    /**
     * Reads a scan: a symbology identifier such as {@code ]C1} and an element string with FNC1 as GS (0x1D; where a keyboard can not send
     * it, as {@code {GS}}), the form with brackets, a GS1 Digital Link URI, an EPC URI or the 96 bits of an EPC tag in hexadecimal
     * digits. Idempotent; only reads.
     *
     * <p>Without a symbology identifier and a separator, digits are an element string only when they begin with an SSCC or a GTIN that
     * has its check digit, and all of it can be read; otherwise they are a text.
     *
     * @param scan as it was scanned or typed; its blanks belong to it
     * @return what it says, or everything that is wrong with it
     */
    @Operation(name = "identification.read")
    Scan read(String scan);

    /**
     * Writes the elements of one or more symbols of the same goods in the three forms that labels show. Idempotent; nothing is stored.
     *
     * @param symbols the elements of each, in the order in which they shall stand
     * @param resolver with what a GS1 Digital Link URI begins, such as {@code https://id.gs1.org}
     * @return each symbol in its forms, in the same order; refused with {@value #RULE_BROKEN} for each rule that all of them together
     *     break, those about elements that need each other included
     */
    Outcome<List<WrittenElements>> write(List<List<ElementValue>> symbols, String resolver);
}
