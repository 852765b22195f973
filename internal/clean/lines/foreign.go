package lines

// foreignPhrases are the commonest of the others in German, French, Spanish, Italian, Portuguese and Dutch.
var foreignPhrases = []phrase{
	{Copyright, within, 16, .95, "alle rechte vorbehalten"},
	{Copyright, within, 16, .95, "tous droits réservés"},
	{Copyright, within, 16, .95, "todos los derechos reservados"},
	{Copyright, within, 16, .95, "todos os direitos reservados"},
	{Copyright, within, 16, .95, "tutti i diritti riservati|sono"},
	{Copyright, within, 16, .95, "riproduzione riservata"},
	{Copyright, within, 16, .95, "alle rechten voorbehouden"},

	{Credit, opens, 14, .93, "foto|fotos|bild|bilder|photo|fotografie|crédit_photo|crédits_photo|crédit|bildquelle|bildnachweis|foto's|imagen|immagine|imagem : NAME"},
	{Credit, opens, 12, .93, "foto von|de|di|door|por|van NAME"},
	{Credit, opens, 12, .9, "quelle|quellen : NAME"},

	{Cookies, within, 60, .95, "verwendet|verwenden|nutzt|nutzen|setzt|benutzt .. cookies"},
	{Cookies, within, 60, .95, "utilise|utilisons|utilisation .. cookies"},
	{Cookies, within, 60, .95, "utiliza|utilizamos|usamos|usa|uso .. cookies"},
	{Cookies, within, 60, .95, "utilizziamo|utilizza|uso .. cookie|cookies"},
	{Cookies, within, 60, .95, "gebruikt|gebruiken|maakt .. cookies"},
	{Cookies, within, 60, .93, "verwendung|einsatz|nutzung von cookies"},
	{Cookies, whole, 2, .95, "datenschutz|datenschutzerklärung|impressum|cookie-einstellungen|cookie-richtlinie|datenschutzhinweise|agb|datenschutzbestimmungen"},
	{Cookies, within, 10, .95, "impressum .. datenschutz|datenschutzerklärung|agb|kontakt"},
	{Cookies, whole, 5, .95, "mentions_légales|politique_de_confidentialité|politica_de_privacidad|política_de_privacidad|aviso_legal|informativa_sulla_privacy|privacybeleid|política_de_cookies|politique_de_cookies"},

	{Newsletter, within, 40, .93, "newsletter .. anmelden|abonnieren|bestellen|registrieren"},
	{Newsletter, within, 40, .93, "abonnieren|abonniere|bestellen|melden|anmelden .. newsletter"},
	{Newsletter, within, 40, .93, "zum|unseren|unserem|kostenlosen newsletter"},
	{Newsletter, within, 40, .93, "inscrivez-vous|abonnez-vous"},
	{Newsletter, within, 40, .93, "recevez|abonner|inscription .. newsletter|lettre"},
	{Newsletter, within, 40, .93, "notre newsletter|lettre_d'information"},
	{Newsletter, within, 40, .93, "suscríbete|suscribirse|suscríbase|boletín|suscribete|suscripción a|al|nuestro|nuestra|de"},
	{Newsletter, within, 40, .93, "iscriviti|abbonati|iscrivetevi alla|al|a|qui|subito"},
	{Newsletter, within, 40, .93, "assine|inscreva-se|receba .. newsletter|boletim|notícias|canal|nossa"},
	{Newsletter, within, 40, .93, "schrijf|meld|abonneer .. in|nieuwsbrief|aan|je|u"},
	{Newsletter, whole, 2, .93, "abonnieren|anmelden|registrieren|einloggen|s'abonner|s'inscrire|suscribirse|iscriviti|abbonati|inscrever-se|aanmelden|inloggen|connexion"},

	{Share, whole, 3, .94, "teilen|drucken|merken|partager|imprimer|compartir|imprimir|condividi|stampa|compartilhar|delen|tweeten|twittern|kommentieren|artikel_teilen|seite_drucken|mailen|versenden"},
	{Share, opens, 10, .95, "teilen|partager|compartir|condividi|compartilhar|compartilhe|delen|artikel .. auf|sur|en|su|no|op|via|per|mit|teilen|partager facebook|twitter|whatsapp|e-mail|email|linkedin|pinterest|teilen|drucken"},
	{Share, opens, 14, .95, "folgen|folge|suivez|suivre|síguenos|siga-nos|seguici|volg sie|uns|-nous|nous|ons|su|en|no|sur .."},
	{Share, whole, 3, .95, "suivez-nous|síguenos|seguici|siga-nos|nous_suivre|folgen_sie_uns"},

	{More, whole, 3, .95, "weiterlesen|mehr_lesen|mehr|weiter|mehr_erfahren|lire_la_suite|lire_plus|en_savoir_plus|voir_plus|leer_más|ver_más|seguir_leyendo|leggi_tutto|leggi_anche|continua_a_leggere|leia_mais|saiba_mais|veja_mais|lees_meer|lees_verder|meer|zurück|nach_oben|zum_artikel|zum_seitenanfang|alle_anzeigen"},
	{More, opens, 24, .95, "lesen|lesetipp|mehr|lire|lee|leer|lea|leggi|leia|lees|voir|ver|à|siehe sie|auch|aussi|zum_thema|también|tambien|anche|também|ook|lire|dazu :? .."},
	{More, opens, 24, .94, "lesen sie auch|dazu|hier|mehr|weiter"},
	{More, opens, 24, .94, "mehr zum|zu|aus|über|von NAME|thema|diesem|artikel|dem"},
	{More, opens, 12, .94, "das könnte sie|dich auch"},
	{More, opens, 8, .94, "ähnliche|weitere|verwandte|neueste|aktuelle|beliebte|passende artikel|beiträge|themen|nachrichten|meldungen|news|links|informationen|infos|produkte"},
	{More, opens, 6, .94, "articles|notícias|noticias|artículos|articoli|artigos|artikelen|notizie relacionadas|relacionados|correlati|similaires|liés|associés|gerelateerd"},
	{More, opens, 5, .94, "sur le même sujet"},
	{More, opens, 5, .94, "meistgelesen|meistgelesene|les_plus_lus|lo_más_leído|más_leídas|mais_lidas|più_letti|meest_gelezen"},

	{Advert, whole, 3, .97, "anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|reclame|anuncio|annonce|gesponsert"},
	{Advert, whole, 6, .95, "weiterlesen nach der anzeige|werbung"},
	{Advert, within, 10, .95, "la suite après cette publicité|annonce"},

	{Comments, whole, 3, .94, "kommentare|kommentar|commentaires|commentaire|comentarios|commenti|comentários|reacties"},
	{Comments, whole, 3, .95, "N kommentare|kommentar|commentaires|commentaire|comentarios|commenti|comentários|reacties|reactie"},
	{Comments, opens, 8, .95, "schreibe|schreiben|hinterlasse|hinterlassen|laisser|ajouter|deja|dejar|lascia|deixe|deixar|laat|plaats sie? einen|un|uma|um|een .. kommentar|antwort|commentaire|réponse|comentario|respuesta|commento|risposta|comentário|resposta|reactie|antwoord"},
	{Comments, opens, 8, .95, "antworten abbrechen"},
	{Comments, within, 20, .96, "e-mail-adresse wird nicht veröffentlicht"},

	{Age, within, 8, .94, "N min|minutes|minuten|minuti|minutos|minuut de? lecture|lesezeit|di|lettura|lectura|leitura|leestijd"},
	{Age, opens, 8, .93, "lesezeit|temps_de_lecture|leestijd|tempo_di_lettura :? N"},

	{Widget, opens, 16, .93, "schlagwörter|schlagworte|stichworte|etiquetas|mots-clés|étiquettes|themen|kategorie|kategorien|trefwoorden|tag : "},
	{Widget, whole, 3, .9, "suche|menü|suchen|rechercher|buscar|cerca|zoeken|startseite|accueil|inicio|nach oben|kontakt|contacto|contatti"},
}
