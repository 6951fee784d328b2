package org.lottrace.soap.erp.internal;

import java.util.List;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.SaveItems;
import org.lottrace.soap.erp.internal.wire.SavePartners;
import org.lottrace.soap.erp.internal.wire.SaveSites;

/** Saves items, sites and parties; each method returns how many. */
final class MasterData {
    private final Operations operations;

    MasterData(Operations operations) {
        this.operations = operations;
    }

    int save(Caller caller, SaveItems request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<Item> read = reading.list("item", request.getItem(), MasterDataMapper::item);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(operations.as(caller, ItemCatalog.class).save(read));
        return read.size();
    }

    int save(Caller caller, SaveSites request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<Site> read = reading.list("site", request.getSite(), MasterDataMapper::site);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(operations.as(caller, SiteDirectory.class).save(read));
        return read.size();
    }

    int save(Caller caller, SavePartners request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<Party> read = reading.list("party", request.getParty(), MasterDataMapper::party);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(operations.as(caller, PartnerDirectory.class).save(read));
        return read.size();
    }
}
