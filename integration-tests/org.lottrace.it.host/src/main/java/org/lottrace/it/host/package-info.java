/**
 * A plugin as an ERP on Equinox would have it: it says who may log in, by JAAS and with principals of its own, and calls LotTrace's services. It knows nothing but LotTrace's
 * api and the JDK.
 */
package org.lottrace.it.host;
