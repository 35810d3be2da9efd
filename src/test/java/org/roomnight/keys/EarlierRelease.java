package org.roomnight.keys;

/** What a release before this package existed sealed and stored; computed outside of this program, from its description. */
final class EarlierRelease {

    static final String PASSKEY = "pkey_7fn92kd8s0x4m5qw9r3j1lp8n6t2u4v0";

    /** The account's key, wrapped by version 1. */
    static final String WRAPPED = "6465666768696a6b6c6d6e6f2a8dce2226bec16a8e6207d338dc3a450827"
            + "caafa4700d5c62401c19c7c376283052ce681a7cc3cb36105404d57bbe71";

    static final String CIPHERTEXT = "c8c9cacbcccdcecfd0d1d2d3611304a2d9fb9d4e4d0e74da2675db6cd4ea"
            + "d9d97352da1787985791e2ff9d9dfef91ed0a2b89ea205faacabeae29f106ba89b65ce";

    static final String LOOKUP = "46f26bccf40e009b651eb0ef91250cdfd34d7999d9a20128ff10a96ee48d3bc3";
    static final String FINGERPRINT = "84981cedb3bc7e3bdb0d3b6367cbfd07e798f258c02d6df15dd8ae4496bdbe12";

    private EarlierRelease() {}
}
