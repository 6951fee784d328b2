package org.lottrace.soap.erp.internal;

import java.util.List;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.SaveItems;
import org.lottrace.soap.erp.internal.wire.SavePartners;
import org.lottrace.soap.erp.internal.wire.SaveSites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saves items, sites and parties; each method returns how many. */
@Component(service = MasterData.class)
public final class MasterData {
    private final ItemCatalog items;
    private final SiteDirectory sites;
    private final PartnerDirectory partners;

    @Activate
    public MasterData(
            @Reference ItemCatalog items, @Reference SiteDirectory sites, @Reference PartnerDirectory partners) {
        this.items = items;
        this.sites = sites;
        this.partners = partners;
    }

    int save(SaveItems request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<Item> read = reading.list("item", request.getItem(), MasterDataMapper::item);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(items.save(read));
        return read.size();
    }

    int save(SaveSites request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<Site> read = reading.list("site", request.getSite(), MasterDataMapper::site);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(sites.save(read));
        return read.size();
    }

    int save(SavePartners request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<Party> read = reading.list("party", request.getParty(), MasterDataMapper::party);
        reading.refuseWhatIsWrong();
        ViolationMapper.refuse(partners.save(read));
        return read.size();
    }
}
