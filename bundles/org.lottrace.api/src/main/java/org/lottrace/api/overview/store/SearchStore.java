package org.lottrace.api.overview.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What has a name that is, or begins with, a text. Each method is one statement. Where a text may be the beginning of a name,
 * whole names come first.
 */
@ProviderType
public interface SearchStore {
    /**
     * @param number a lot number, a corrected one or a supplier's, or when no item is said the beginning of one; capital and small
     *     letters are the same
     * @param item only lots of that item number, capital and small letters being the same, or those whose own number begins with
     *     {@code item/number}; empty: any
     * @param gtin only lots of the item with that number, whatever {@code item} says; absent: any
     */
    List<Found> lots(String number, String item, Optional<Gtin> gtin, int limit);

    /** @return where the logistic unit is, was last, or is announced; none when nobody ever heard of it */
    List<Found> unit(Sscc unit);

    /**
     * @param number of the item, or the beginning of one; capital and small letters are the same
     * @param words or all of them are in the description, in capital or small letters; none: the description does not matter
     * @param gtin or it is the trade item number; absent when the text is none
     */
    List<Found> items(String number, List<String> words, Optional<Gtin> gtin, int limit);

    /**
     * @param number of the party, or the beginning of one, capital and small letters being the same; or its GLN
     * @param words or all of them are in the name, in capital or small letters; none: the name does not matter
     */
    List<Found> parties(String number, List<String> words, int limit);

    /** @param spellings one of them is the number or begins it */
    List<Found> purchaseOrders(List<String> spellings, int limit);

    /** @param spellings one of them is the number or begins it, or is or begins the customer's own order number */
    List<Found> salesOrders(List<String> spellings, int limit);

    /** @param spellings one of them is the number or begins it */
    List<Found> shipNotices(List<String> spellings, int limit);

    /**
     * @param spellings one of them is the number or begins it
     * @param rows how many events are looked at for each spelling at most; several may name the same document
     * @return documents that events name, of whatever kind, by number
     */
    List<FoundDocument> documents(List<String> spellings, int rows);

    /** @param spellings one of them is the id or begins it */
    List<Found> events(List<String> spellings, int limit);

    /**
     * @param controlNumbers one of them is the number
     * @return the newest first
     */
    List<Found> interchanges(List<String> controlNumbers, int limit);

    /** @param number of the case */
    List<Found> recallCases(String number);

    /**
     * Something with its names.
     *
     * @param key what identifies it
     * @param title what people call it
     * @param details what tells it from others; without empty ones
     * @param names whatever it may be called by; a text that is one of them means exactly this
     */
    record Found(String key, String title, List<String> details, List<String> names) {
        public Found {
            Objects.requireNonNull(key);
            Objects.requireNonNull(title);
            details = details.stream().filter(detail -> !detail.isEmpty()).toList();
            names = List.copyOf(names);
        }
    }

    /**
     * @param type of the document
     * @param number of the document
     */
    record FoundDocument(DocumentType type, String number) {
        public FoundDocument {
            Objects.requireNonNull(type);
            Objects.requireNonNull(number);
        }
    }
}
