package org.lottrace.api.overview;

import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** Finds whatever a text may mean. */
@ProviderType
public interface Search {
    /** So many hits of a kind are given at most. */
    int HITS_OF_A_KIND = 10;

    /** A longer text means nothing. */
    int LONGEST_TEXT = 200;

    /**
     * Looks for a text as a person types it or a scanner reads it: a lot by its number, its corrected number, its supplier's
     * number, {@code item/number} or {@code issuer/item/number}; a logistic unit by its SSCC; items and parties by number, GTIN
     * or GLN, or words of description or name; orders, ship notices and events by number; shipments and other documents that
     * events name; interchanges by control number; recall cases. A scan is understood in every form of
     * {@link org.lottrace.api.identification.Identification#read}: AI (00), (01), (02), (10), (400); one that breaks a rule is
     * looked for as a text.
     *
     * <p>Capital and small letters are the same for lots, items and parties; other numbers are looked for as they are written, all
     * in capital and all in small letters. Where a number is not whole, those that begin with it are found: lots, items, parties,
     * orders, notices, documents and events. Joins the caller's unit of work or opens one; one question to the database for each kind at most.
     *
     * @param text blanks around it do not matter; blank or longer than {@value #LONGEST_TEXT}: nothing is found
     * @return what was found, with exact hits first
     */
    @Operation(name = "search.find")
    SearchAnswer find(String text);
}
