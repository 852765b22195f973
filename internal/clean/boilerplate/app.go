package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// App lines ask the reader to install or open an app. Wrong in instructions that tell their reader to install the
// app which they describe.
const App text.Rule = "lines.app"

var appRule = rule{
	info: text.RuleInfo{ID: App, Default: true, Description: "prompts to install an app; wrong in the instructions of an app"},
	phrases: []phrase{
		{starts, 20, .95, "download|install our|NAME .. app|apps"},
		{starts, 7, .95, "download|install the .. app|apps"},
		{starts, 20, .8, "download|install the .. app|apps"},
		{starts, 20, .95, "get|try our NAME? app|apps"},
		{starts, 6, .95, "get|try the NAME? app|apps"},
		{starts, 16, .95, "click|tap here? to .. app|download"},
		{within, 20, .9, "on the app store"},
		{within, 30, .9, "available on|from|in .. app_store|google_play|ios|itunes"},
		{within, 20, .97, "on google play"},
		{within, 20, .93, "on your iphone|ipad|android|smartphone"},
		{whole, 4, .95, "app_store|google_play"},
		{starts, 16, .9, "open|read|view|continue in the|our|app .. app"},
		{starts, 30, .95, "ASK .. app for|on|here|from iphone|ios|android|ipad|your|here|the"},
		{starts, 20, .93, "ASK .. our|my free|mobile|news? app|apps"},
		{starts, 30, .95, "download|get|install .. for iphone|ios|android|ipad"},
		{within, 30, .93, "star this story"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{starts, 16, .94, "laden|lade|holen|hol|installieren sie? .. app"},
		{starts, 16, .94, "téléchargez|télécharger|installez notre? l'application|l'appli|application|appli"},
		{starts, 16, .94, "descarga|descárgate|descargue|instala|baixe|descarregue|instale|scarica|installa la|el|o|a|l'app|nuestra|nosso|nossa|nostra app|aplicación|aplicativo|aplicação?"},
		{starts, 12, .94, "scarica l'app|l'applicazione"},
		{starts, 16, .94, "download de|onze .. app"},

		// Other languages
		{starts, 12, .94, "скачать|скачайте|установите|загрузите|установить .. приложение"},
		{starts, 12, .94, "pobierz|ściągnij|zainstaluj .. aplikację"},
		{within, 12, .94, "uygulamamızı|uygulamayı|uygulamasını|mobil_uygulamamızı .. indir|indirin|yükleyin|yükle"},
		{starts, 12, .94, "حمل|حمّل|حملوا|نزل|تحميل .. تطبيق|التطبيق|تطبيقنا"},
		{starts, 24, .94, "下载|下載|打开|打開|立即下载|安装 .. app|客户端|应用|應用程式"},
		{within, 40, .94, "アプリ を .. ダウンロード|インストール|入手"},
		{starts, 12, .94, "ladda|last|hent ner|ned|appen .. app|appen"},
	},
}
