console.log('The demo is not here yet.');
