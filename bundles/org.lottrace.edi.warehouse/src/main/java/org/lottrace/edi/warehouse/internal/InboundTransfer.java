package org.lottrace.edi.warehouse.internal;

import java.util.List;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.osgi.service.component.annotations.Component;

/** Refuses a 943: we send such documents and run no warehouse for others. Without it the file would wait for somebody who takes it. */
@Component(service = TransactionSetHandler.class)
public final class InboundTransfer implements TransactionSetHandler {
    @Override
    public String transactionSet() {
        return "943";
    }

    @Override
    public HandledSet handle(InboundTransactionSet set) {
        return new HandledSet(List.of(NotForUs.problem(transactionSet())), List.of());
    }

    @Override
    public ReadSet preview(InboundTransactionSet set) {
        return new ReadSet(List.of(), handle(set));
    }
}
