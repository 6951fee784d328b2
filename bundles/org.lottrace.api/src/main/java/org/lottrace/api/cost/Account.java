package org.lottrace.api.cost;

import org.lottrace.api.code.Coded;

/** The accounts LotTrace posts to. The accounting system maps them to its chart of accounts. */
public enum Account implements Coded {
    /** Goods on stock, by lot. */
    INVENTORY("INVENTORY"),
    /** Goods received, not invoiced. */
    GOODS_RECEIVED_NOT_INVOICED("GOODS_RECEIVED_NOT_INVOICED"),
    /** Lots consumed by production orders and not yet part of an output, by production order. */
    WORK_IN_PROCESS("WORK_IN_PROCESS"),
    COST_OF_GOODS_SOLD("COST_OF_GOODS_SOLD"),
    /** Count differences. */
    INVENTORY_ADJUSTMENT("INVENTORY_ADJUSTMENT"),
    /** Goods destroyed or thrown away. */
    WRITE_OFF("WRITE_OFF"),
    /** What stock was worth when recording began. */
    OPENING_BALANCE("OPENING_BALANCE"),
    /** Goods that a report took although the book had too little; what a late receipt leaves here is the difference in cost. */
    UNEXPLAINED_DIFFERENCE("UNEXPLAINED_DIFFERENCE"),
    /** What a later output took from the cost of goods of its production that were gone already. */
    PRODUCTION_VARIANCE("PRODUCTION_VARIANCE"),
    /** What suppliers and carriers have invoiced. */
    ACCOUNTS_PAYABLE("ACCOUNTS_PAYABLE"),
    /** What was paid more for goods than they were booked at, when they were gone already. */
    PURCHASE_PRICE_VARIANCE("PURCHASE_PRICE_VARIANCE"),
    /** Conversion cost and overhead of production orders that is not yet part of an output. */
    CONVERSION_IN_PROCESS("CONVERSION_IN_PROCESS"),
    /** Conversion cost that production orders have taken over. */
    CONVERSION_ABSORBED("CONVERSION_ABSORBED"),
    /** Overhead that production orders have taken over. */
    OVERHEAD_ABSORBED("OVERHEAD_ABSORBED"),
    /** What lots were written down to net realisable value by, less what of that was reversed. */
    INVENTORY_WRITE_DOWN("INVENTORY_WRITE_DOWN"),
    /** Lots valued anew for another reason. */
    INVENTORY_REVALUATION("INVENTORY_REVALUATION"),
    /** What a foreign currency became dearer (debit) or cheaper (credit) between receipt and invoice. Source: IAS 21.28. */
    EXCHANGE_DIFFERENCE("EXCHANGE_DIFFERENCE"),
    /** Goods of suppliers that lie here, by lot: quantities without a value, until they are used. Source: IFRS 15.B77. */
    CONSIGNED_GOODS("CONSIGNED_GOODS"),
    /** What other companies of the group owe for goods that went to them, by lot. */
    INTERCOMPANY_RECEIVABLE("INTERCOMPANY_RECEIVABLE"),
    /** What other companies of the group are owed for goods that came from them, by lot. */
    INTERCOMPANY_PAYABLE("INTERCOMPANY_PAYABLE"),
    /** Goods sold to other companies of the group at the transfer price, by lot. */
    INTERCOMPANY_SALES("INTERCOMPANY_SALES"),
    /** What goods had cost that went to other companies of the group, by lot. */
    INTERCOMPANY_COGS("INTERCOMPANY_COGS");

    private final String code;

    Account(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
