/** Makes of Karaf's feature files what a host without Karaf needs: its bundles, its list of bundles, its configuration, and a p2 repository. */
package org.lottrace.p2;
