package org.lottrace.services.race;

/**
 * A place in the code where one request waits for another at the database, such as
 * {@code ReservationStore.lockItems in OrderOfShipment.locked}.
 *
 * @param method of the store, as {@code Store.method}
 * @param caller who calls it, as {@code Class.method}; services that only pass the call on do not count
 */
record Site(String method, String caller) {
    static Site of(Class<?> store, String method, String caller) {
        return new Site(store.getSimpleName() + "." + method, caller);
    }

    @Override
    public String toString() {
        return method + " in " + caller;
    }
}
