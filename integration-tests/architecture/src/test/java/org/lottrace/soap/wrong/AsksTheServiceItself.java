package org.lottrace.soap.wrong;

import org.lottrace.api.lot.ItemCatalog;
import org.osgi.service.component.annotations.Component;

@Component(service = AsksTheServiceItself.class)
public final class AsksTheServiceItself {
    private final ItemCatalog items;

    public AsksTheServiceItself(ItemCatalog items) {
        this.items = items;
    }

    public int count() {
        return items.all().size();
    }
}
