package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Copyright lines claim rights: "© 2019 Courier. All rights reserved." Wrong in a text about copyright that quotes
// such lines one by one.
const Copyright text.Rule = "lines.copyright"

var copyrightRule = rule{
	info: text.RuleInfo{ID: Copyright, Default: true, Description: "a line that claims rights; wrong in a text that lists such lines"},
	phrases: []phrase{
		{opens, 50, .97, "copyright ©|N"},
		{opens, 50, .97, "© copyright?"},
		{opens, 10, .9, "c N NAME"},
		{opens, 8, .95, "copyright NAME N"},
		{opens, 8, .95, "NAME N ©"},
		{starts, 12, .96, "all rights reserved"},
		{within, 14, .9, "all rights reserved"},
		{starts, 30, .93, "this material|content|article|story may not be"},
		{within, 40, .9, "may not be published|reproduced|republished|copied|redistributed|rewritten"},
		{within, 40, .9, "reproduced|republished|redistributed without"},
		{within, 40, .8, "without .. written|prior|express permission|consent"},
		{within, 14, .9, "reprint permission|permissions|rights"},
		{within, 30, .93, "terms of use and permissions"},
		{within, 16, .8, "© N"},
		{within, 16, .8, "copyright © N?"},
		{within, 16, .8, "copyright N"},
		{opens, 10, .9, "distributed by|via NAME"},
		{opens, 16, .9, "reprinted|republished|used with|by permission"},
		{opens, 40, .9, "reprinted|republished from NAME .. with permission"},
		{starts, 20, .8, "company registration number|no N"},
		{within, 20, .8, "company registration number"},
		{within, 24, .8, "registered in england"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{within, 16, .95, "alle rechte vorbehalten"},
		{within, 16, .95, "tous droits réservés"},
		{within, 16, .95, "todos los derechos reservados"},
		{within, 16, .95, "todos os direitos reservados"},
		{within, 16, .95, "tutti i diritti riservati|sono"},
		{within, 16, .95, "riproduzione riservata"},
		{within, 16, .95, "alle rechten voorbehouden"},

		// Scandinavian, Russian, Polish, Turkish
		{within, 16, .95, "alla|alle|med_ensamrätt rättigheter|rettigheter|rettigheder förbehållna|forbeholdt|reservert|forbeholdes"},
		{within, 16, .95, "все права защищены|сохранены|принадлежат"},
		{within, 40, .94, "при .. использовании|копировании|цитировании|перепечатке .. ссылка|гиперссылка .. обязательна"},
		{within, 30, .94, "перепечатка|копирование|использование материалов .. только|запрещено|разрешено|запрещена|без"},
		{within, 16, .95, "wszelkie|wszystkie prawa zastrzeżone"},
		{within, 16, .95, "tüm|bütün|her hakları|haklar|hakkı saklıdır|mahfuzdur"},

		{within, 16, .95, "všechna|všetky práva vyhrazena|vyhradené"},
		{within, 16, .95, "усі|всі права захищені|застережено"},
		{within, 16, .95, "toate drepturile rezervate"},
		{within, 16, .95, "minden jog fenntartva"},
		{within, 16, .95, "όλα|με τα|επιφύλαξη δικαιώματα|παντός διατηρούνται|δικαιώματος|κατοχυρωμένα"},
		{within, 16, .95, "kaikki oikeudet pidätetään"},

		// Arabic, Chinese, Japanese, Korean
		{within, 14, .95, "جميع|كافة|كل الحقوق|حقوق محفوظة|محفوظه|النشر|الطبع"},
		{within, 30, .95, "版权所有|版權所有|保留所有权利|保留所有權利|不得转载|不得轉載|禁止转载|禁止轉載|转载请注明|轉載請註明|未经授权|未經授權"},
		{within, 40, .95, "無断転載|無断転用|無断複製|転載禁止|転載を禁じます|無断引用"},
		{within, 16, .95, "무단 전재|복제|배포|전재_및|전재-재배포|전재,"},
		{within, 16, .94, "재배포|전재 금지"},

		// Copying is forbidden: German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish, Arabic
		{starts, 16, .94, "nachdruck|vervielfältigung|weiterverwendung|weiterverbreitung .. genehmigung|gestattet|verboten|untersagt|zustimmung|erlaubnis|quellenangabe"},
		{starts, 20, .94, "reproduction|toute_reproduction|toute_copie|copie .. interdite|interdit|autorisation"},
		{starts, 20, .94, "prohibida|queda_prohibida|se_prohíbe|prohibido la|su|toda|el .. reproducción|copia|distribución|difusión|uso"},
		{starts, 20, .94, "vietata|vietato|è_vietata|è_vietato la|il|ogni .. riproduzione|copia|utilizzo|diffusione"},
		{starts, 20, .94, "proibida|é_proibida|vedada|é_vedada a|qualquer .. reprodução|cópia|distribuição|divulgação"},
		{starts, 16, .93, "overname|kopiëren|reproductie|verveelvoudiging .. toestemming|verboten|verboden|bronvermelding"},
		{starts, 16, .94, "kopiowanie|powielanie|przedruk|rozpowszechnianie .. zabronione|zgody|zakazane|zabroniony|zabronione_bez"},
		{within, 16, .94, "kaynak|izinsiz|izin .. gösterilmeden|alınmadan|kullanılamaz|kopyalanamaz|alıntılanamaz|yayınlanamaz|yayımlanamaz|alıntı .. yapılamaz|kullanılamaz|yayınlanamaz|yasaktır|alıntılanamaz|kopyalanamaz|edilemez"},
		{starts, 16, .94, "يمنع|يحظر|لا_يجوز|ممنوع|لا_يسمح .. دون|بدون|إلا .. المصدر|إذن|موافقة|بإذن|الإشارة|تصريح"},
	},
}
