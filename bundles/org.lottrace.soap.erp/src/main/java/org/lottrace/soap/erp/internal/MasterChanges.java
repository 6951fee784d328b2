package org.lottrace.soap.erp.internal;

import org.lottrace.api.code.Coded;
import org.lottrace.api.master.MasterChange;
import org.lottrace.api.master.MasterClosing;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.soap.erp.internal.wire.CloseMaster;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.WireMasterChange;
import org.lottrace.soap.erp.internal.wire.WireMasterStep;

/** Closes master data, and opens it again. */
final class MasterChanges {
    private final Operations operations;

    MasterChanges(Operations operations) {
        this.operations = operations;
    }

    WireMasterStep close(Caller caller, CloseMaster request) throws Refused {
        MasterReference master = master(request);
        return step(operations
                .as(caller, Masters.class)
                .close(
                        caller,
                        new MasterClosing(master, request.getReason(), Boolean.TRUE.equals(request.isConfirmed()))));
    }

    WireMasterStep reopen(Caller caller, WireMasterChange request) throws Refused {
        MasterReference master = master(request);
        return step(operations.as(caller, Masters.class).reopen(caller, new MasterChange(master, request.getReason())));
    }

    private static MasterReference master(WireMasterChange request) throws Refused {
        Reading reading = Reading.ofRequest();
        MasterReference master = reading.value(
                "key",
                () -> new MasterReference(
                        Coded.of(MasterKind.class, request.getKind().value()), request.getKey()));
        reading.refuseWhatIsWrong();
        return master;
    }

    private static WireMasterStep step(Outcome<MasterStep> outcome) throws Refused {
        ViolationMapper.refuse(outcome.violations());
        MasterStep step = outcome.toOptional().orElseThrow();
        WireMasterStep wire = new WireMasterStep();
        wire.setNumber(step.number());
        wire.setAction(step.action().code());
        wire.setReason(step.reason());
        wire.setBy(step.by());
        wire.setAt(step.at().toString());
        return wire;
    }
}
