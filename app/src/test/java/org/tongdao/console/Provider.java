package org.tongdao.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A small OpenID provider: discovery, keys, the authorization page (which asks nobody), and tokens signed with RS256. Who comes is set by the test. */
final class Provider implements AutoCloseable {

    /** Made once: a pair takes up to a second. */
    private static final RSAKey KEY = newKey();

    private static final RSAKey STRANGER = newKey();

    private final HttpServer server;
    private final Map<String, String> nonces = new HashMap<>();
    private JWTClaimsSet who = new JWTClaimsSet.Builder().build();
    private boolean forged;

    Provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", call -> json(call, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
                 "token_endpoint_auth_methods_supported":["client_secret_basic"]}""".formatted(issuer())));
        server.createContext("/keys", call -> json(call, new JWKSet(KEY.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA keys here", e);
        }
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on this person comes. */
    void comes(String subject, String email, boolean verified) {
        who = new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("email", email)
                .claim("email_verified", verified)
                .build();
    }

    /** From now on tokens are signed with a key that is not the provider's. */
    void forges() {
        forged = true;
    }

    private void authorize(HttpExchange call) throws IOException {
        var asked = parameters(call.getRequestURI().getRawQuery());
        String code = "c" + nonces.size();
        nonces.put(code, asked.getOrDefault("nonce", ""));
        call.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private void token(HttpExchange call) throws IOException {
        var asked = parameters(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String nonce = Objects.requireNonNull(nonces.remove(asked.get("code")), "a code is used once");
        json(
                call,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300,\"scope\":\"openid email\",\"id_token\":\""
                        + idToken(nonce) + "\"}");
    }

    private String idToken(String nonce) {
        long now = System.currentTimeMillis();
        var claims = new JWTClaimsSet.Builder(who)
                .issuer(issuer())
                .audience("tongdao")
                .issueTime(new Date(now))
                .expirationTime(new Date(now + 300_000))
                .claim("nonce", nonce)
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
        try {
            token.sign(new RSASSASigner(forged ? STRANGER : KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new HashMap<>();
        for (String pair : query.split("&")) {
            int is = pair.indexOf('=');
            found.put(pair.substring(0, is), URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
        }
        return found;
    }

    private static void json(HttpExchange call, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
