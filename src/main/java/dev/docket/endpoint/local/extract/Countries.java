package dev.docket.endpoint.local.extract;

import dev.docket.endpoint.local.label.Words;
import java.util.List;
import java.util.Set;

/** Names of countries as they stand under addresses. The JDK knows all, but a native image only those of one language. */
final class Countries {
    private static final Set<String> NAMES =
            Set.copyOf(List.of("""
            germany, deutschland, allemagne, alemania, germania, austria, osterreich, autriche,
            switzerland, schweiz, suisse, suiza, svizzera, france, frankreich, francia, spain, spanien, espagne, espana,
            spagna, italy, italien, italie, italia, portugal, netherlands, the netherlands, niederlande, pays-bas,
            paises bajos, paesi bassi, nederland, holland, belgium, belgien, belgique, belgica, belgio, belgie,
            luxembourg, luxemburg, luxemburgo, lussemburgo, united kingdom, uk, england, great britain, scotland, wales,
            vereinigtes konigreich, royaume-uni, reino unido, regno unito, ireland, irland, irlande, irlanda,
            united states, usa, u.s.a., united states of america, vereinigte staaten, etats-unis, estados unidos,
            stati uniti, canada, kanada, mexico, mexiko, mexique, messico, brazil, brasilien, bresil, brasil, brasile,
            argentina, argentinien, argentine, chile, chili, cile, denmark, danemark, dinamarca, danimarca, danmark,
            sweden, schweden, suede, suecia, svezia, sverige, norway, norwegen, norvege, noruega, norvegia, norge,
            finland, finnland, finlande, finlandia, suomi, poland, polen, pologne, polonia, polska, czech republic,
            czechia, tschechien, republique tcheque, republica checa, repubblica ceca, hungary, ungarn, hongrie,
            hungria, ungheria, greece, griechenland, grece, grecia, romania, rumanien, roumanie, rumania, turkey,
            turkei, turquie, turquia, turchia, japan, japon, giappone, china, chine, cina, india, indien, inde,
            australia, australien, australie, new zealand, neuseeland, nouvelle-zelande, nueva zelanda, nuova zelanda,
            south africa, sudafrika, afrique du sud, sudafrica, singapore, singapur, singapour, liechtenstein, monaco,
            malta, croatia, kroatien, croatie, croacia, croazia, slovenia, slowenien, slovenie, eslovenia, estonia,
            latvia, lithuania, iceland, bulgaria, slovakia, cyprus, united arab emirates, uae, israel, egypt, morocco,
            kenya, nigeria""".split(",\\s*")).stream().distinct().toList());

    private Countries() {}

    static boolean isCountry(String text) {
        return NAMES.contains(Words.plain(text).strip());
    }
}
