package org.lottrace.api.master;

import org.lottrace.api.code.Coded;

/** What uses a piece of master data. */
public enum MasterUseKind implements Coded {
    /** Lots in stock; named by {@code item/number}. */
    STOCK("STOCK"),
    /** Lots on hold; named by {@code item/number}. */
    HOLD("HOLD"),
    /** Sales orders; open ones have a line that is not shipped in full. */
    SALES_ORDER("SALES_ORDER"),
    /** Purchase orders; open ones have a line that is not received in full. */
    PURCHASE_ORDER("PURCHASE_ORDER"),
    /** Production orders; open ones are not closed. */
    PRODUCTION_ORDER("PRODUCTION_ORDER"),
    /** Transfer orders; open ones have a line that is not dispatched in full. */
    TRANSFER_ORDER("TRANSFER_ORDER"),
    /** Ship notices of which something is still to come; named by {@code sender/number}. */
    EXPECTED_RECEIPT("EXPECTED_RECEIPT"),
    /** EDI files to a party that wait to be sent, and those of it that wait to be taken in; named by their numbers. */
    INTERCHANGE("INTERCHANGE"),
    /** Own sites of a company. */
    SITE("SITE"),
    /** Lots, whether there is anything left of them or not. */
    LOT("LOT"),
    /** Recorded events; named by their ids. */
    EVENT("EVENT"),
    /** Rules of allocation or of account determination; named by their versions. */
    RULE("RULE"),
    /** Exception cases; named by their numbers. */
    EXCEPTION_CASE("EXCEPTION_CASE"),
    /** Recall cases; named by their numbers. */
    RECALL_CASE("RECALL_CASE");

    private final String code;

    MasterUseKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
